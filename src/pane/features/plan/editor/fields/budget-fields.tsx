import { Field, Input } from '@fluentui/react-components';
import type { CostSplit } from '../../../../../domain/activities/activity-cost';
import { formatIn, inUsd } from '../../../../../domain/money/currency';
import { formatUsd } from '../../../../../domain/money/money';
import { describeRateInForce } from '../../../../../planner/activities/rate-form';
import { newId } from '../../../../../planner/store/planning-store';
import type { EditorPart } from './editor-part';
import { ExpenseLines, inCurrency } from './expense-lines';
import { fault } from '../../../../ui/fault';
import { useFieldStyles } from './field-styles';
import { noBreak } from '../../../../ui/no-break';

/** The cost, as one figure or as expenses that add up, and the co-op share. */
export function BudgetFields({ form, began, activity, mistakes, facts, type, findingsAt }: EditorPart) {
  const styles = useFieldStyles();
  // an unreadable currency isn't shown in labels
  const currency = mistakes.has('currency') ? '' : activity.currency;
  const isOther = currency !== 'USD';
  const inForce = activity.rateInForce;
  const budgetUsd = isOther && activity.budget !== null ? inUsd(activity.budget, activity) : null;
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
          <Field
            label={`Exchange rate (USD per ${currency})`}
            size="small"
            required={inForce === null}
            hint={inForce === null ? undefined : <>{noBreak(`Blank: ${describeRateInForce(inForce)}`)}</>}
            {...fault(mistakes.get('rate'))}
          >
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
        {figure('budget', 'Cost')}
        {figure('actual', 'Spent')}
      </div>
      {activity.budget !== null && currency !== '' && (hasLines || isOther) && (
        <p className={styles.line}>
          Total cost <b>{formatIn(activity.budget, currency)}</b>
          {budgetUsd !== null && <>, {formatUsd(budgetUsd)}</>}
          {budgetUsd !== null && inForce && <> at {describeRateInForce(inForce)}</>}
        </p>
      )}
      {findingsAt('budget')}
      {findingsAt('actual')}
      <Field
        label={inCurrency('Co-op share', currency)}
        size="small"
        hint="What co-op is to pay. Leave blank for the whole cost"
        {...fault(mistakes.get('coopShare'))}
      >
        <Input
          className={styles.number}
          inputMode="decimal"
          value={form.coopShare}
          onChange={(_, { value }) => type({ coopShare: value })}
        />
      </Field>
      {!mistakes.has('coopShare') && !mistakes.has('budget') && <Shares split={facts.split} />}
      {findingsAt('coopShare')}
    </>
  );
}

/** Who pays what, in US dollars, if co-op doesn't pay all of it. */
function Shares({ split: { cost, coop, yourShare, cappedAt, isClaimed } }: { split: CostSplit }) {
  const styles = useFieldStyles();
  if (!yourShare || cost === null || coop === null) return null;
  return (
    <p className={styles.line}>
      Your share <b>{formatUsd(yourShare)}</b>: {formatUsd(cost)} less {formatUsd(coop)} from co-op{cappedAt === null ? '' : ', the cap'}
      {isClaimed && ', by its claim'}.
    </p>
  );
}
