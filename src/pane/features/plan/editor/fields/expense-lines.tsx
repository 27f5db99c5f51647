import { Button, Combobox, Field, Input, makeStyles, Option, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import type { ReactNode } from 'react';
import { fault } from '../../../../ui/fault';
import type { ExpenseForm, FormField } from '../../../../../planner/activities/activity-form';

interface ExpenseLinesProps {
  lines: readonly ExpenseForm[];
  /** The expense types the guidebook lists for the activity; null if our sources list none. */
  eligible: readonly string[] | null;
  currency: string;
  mistakes: ReadonlyMap<FormField, string>;
  findingsOf: (id: string) => ReactNode;
  onChange: (lines: readonly ExpenseForm[]) => void;
  onAdd: () => void;
}

/** The cost as expenses: the activity's eligible types are offered, others can be typed. */
export function ExpenseLines({ lines, eligible, currency, mistakes, findingsOf, onChange, onAdd }: ExpenseLinesProps) {
  const styles = useStyles();
  const set = (id: string, change: Partial<ExpenseForm>): void =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...change } : line)));
  const remove = (id: string): void => {
    const index = lines.findIndex((line) => line.id === id);
    onChange(lines.filter((line) => line.id !== id));
    const next = lines[index + 1] ?? lines[index - 1];
    setTimeout(() => document.getElementById(next ? `expense-${next.id}` : 'add-expense')?.focus(), 0);
  };
  return (
    <div className={styles.lines}>
      {lines.map((line, index) => {
        const number = index + 1;
        return (
          <fieldset key={line.id} className={styles.line} aria-label={`Expense ${number}`}>
            <div className={styles.head}>
              <Field label={`Expense ${number}`} size="small" className={styles.grow}>
                <Combobox
                  id={`expense-${line.id}`}
                  className={styles.box}
                  freeform
                  inlinePopup
                  size="small"
                  value={line.type}
                  listbox={{ className: styles.list }}
                  selectedOptions={eligible?.includes(line.type) ? [line.type] : []}
                  positioning={{ position: 'below', align: 'start', matchTargetSize: 'width', fallbackPositions: ['above'] }}
                  onChange={(event) => set(line.id, { type: event.target.value })}
                  onOptionSelect={(_, { optionValue }) => optionValue && set(line.id, { type: optionValue })}
                >
                  {(eligible ?? []).map((type) => (
                    <Option key={type} value={type} text={type}>
                      {type}
                    </Option>
                  ))}
                </Combobox>
              </Field>
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`Remove expense ${number}`}
                onClick={() => remove(line.id)}
              />
            </div>
            <div className={styles.pair}>
              <Field label={inCurrency('Cost', currency)} size="small" {...fault(mistakes.get(`${line.id}:budget`))}>
                <Input
                  className={styles.number}
                  inputMode="decimal"
                  value={line.budget}
                  onChange={(_, { value }) => set(line.id, { budget: value })}
                />
              </Field>
              <Field label={inCurrency('Spent', currency)} size="small" {...fault(mistakes.get(`${line.id}:actual`))}>
                <Input
                  className={styles.number}
                  inputMode="decimal"
                  value={line.actual}
                  onChange={(_, { value }) => set(line.id, { actual: value })}
                />
              </Field>
            </div>
            <Field label="Note" size="small">
              <Input className={styles.box} value={line.note} onChange={(_, { value }) => set(line.id, { note: value })} />
            </Field>
            {findingsOf(line.id)}
          </fieldset>
        );
      })}
      <div>
        <Button id="add-expense" size="small" icon={<AddRegular />} onClick={onAdd}>
          Add an expense
        </Button>
      </div>
      {eligible === null && lines.length > 0 && (
        <p className={styles.quiet}>Our sources list no expense types for this activity. Check the guidebook.</p>
      )}
    </div>
  );
}

/** Cost, EUR: or the word alone while the currency can't be read. */
export const inCurrency = (label: string, currency: string): string => (currency === '' ? label : `${label}, ${currency}`);

const useStyles = makeStyles({
  lines: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, minWidth: 0 },
  box: { minWidth: 0, width: '100%', '& input': { minWidth: 0 } },
  // above the bar with Save
  list: { zIndex: 2 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))', gap: tokens.spacingHorizontalS },
  number: { minWidth: 0, width: '100%', '& input': { minWidth: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
