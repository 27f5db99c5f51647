import { Field, Input } from '@fluentui/react-components';
import { formatAmount, formatUsd } from '../../../../../domain/money/money';
import { newId } from '../../../../../planner/store/planning-store';
import type { EditorPart } from './editor-part';
import { ExpenseLines, inCurrency } from './expense-lines';
import { fault } from './fault';
import { useFieldStyles } from './field-styles';

/** The cost: one figure, or expenses that add up. */
export function BudgetFields({ form, began, activity, mistakes, facts, type, findingsAt }: EditorPart) {
  const styles = useFieldStyles();
  // an unreadable currency isn't shown in labels
  const currency = mistakes.has('currency') ? '' : activity.currency;
  const isOther = currency !== 'USD';
  const hasLines = form.expenses.length > 0;
  const add = (): void => {
    const id = newId('E');
    // the figure moves to the first line, so no input is lost
    const line = { id, type: '', budget: hasLines ? '' : form.budget, actual: hasLines ? '' : form.actual, note: '' };
    type({ expenses: [...form.expenses, line], ...(hasLines ? {} : { budget: '', actual: '' }) });
    setTimeout(() => document.getElementById(`expense-${id}`)?.focus(), 0);
  };
  const figure = (field: 'budget' | 'actual', label: string) =>
    // with expenses, a figure is shown only if one was entered
    (!hasLines || form[field] !== '' || began[field] !== '') && (
      <Field
        label={inCurrency(`${label}${hasLines ? ' override' : ''}`, currency)}
        size="small"
        hint={hasLines ? 'Leave blank to use the total of the expenses' : undefined}
        {...fault(mistakes.get(field))}
      >
        <Input className={styles.number} inputMode="decimal" value={form[field]} onChange={(_, { value }) => type({ [field]: value })} />
      </Field>
    );
  return (
    <>
      <div className={styles.pair}>
        <Field label="Currency" size="small" {...fault(mistakes.get('currency'))}>
          <Input
            className={styles.field}
            maxLength={3}
            value={form.currency}
            onChange={(_, { value }) => type({ currency: value.toUpperCase() })}
          />
        </Field>
        {isOther && currency !== '' && (
          <Field label={`Exchange rate (USD per ${currency})`} size="small" required {...fault(mistakes.get('rate'))}>
            <Input className={styles.number} inputMode="decimal" value={form.rate} onChange={(_, { value }) => type({ rate: value })} />
          </Field>
        )}
      </div>
      {findingsAt('currency')}
      {findingsAt('rate')}
      <ExpenseLines
        lines={form.expenses}
        eligible={facts.requirements?.expenses ?? null}
        currency={currency}
        mistakes={mistakes}
        findingsOf={(id) => findingsAt(`expense:${id}`)}
        onChange={(expenses) => type({ expenses })}
        onAdd={add}
      />
      {findingsAt('expenses')}
      <div className={styles.pair}>
        {figure('budget', 'Budget')}
        {figure('actual', 'Spent')}
      </div>
      {activity.budget !== null && currency !== '' && (hasLines || isOther) && (
        <p className={styles.line}>
          Total budget <b>{isOther ? `${currency} ${formatAmount(activity.budget)}` : formatUsd(activity.budget)}</b>
          {isOther && facts.usd !== null && <>, {formatUsd(facts.usd)}</>}
        </p>
      )}
      {findingsAt('budget')}
      {findingsAt('actual')}
    </>
  );
}
