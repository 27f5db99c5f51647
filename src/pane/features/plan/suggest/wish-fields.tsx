import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import type { WorkbookRules } from '../../../../cells/workbook-rules';
import type { Day } from '../../../../domain/calendar/day';
import type { ProgramId } from '../../../../rulebook/rules/programs';
import { ActivityCombobox } from '../editor/fields/activity-combobox';
import { fault } from '../../../ui/fault';
import { useFieldStyles } from '../editor/fields/field-styles';
import type { ActivityForm, FormField } from '../../../../planner/activities/activity-form';
import { DayInput } from '../../../ui/day-input';

interface WishFieldsProps {
  number: number;
  form: ActivityForm;
  mistakes: ReadonlyMap<FormField, string>;
  day: Day;
  program: ProgramId | null;
  book: WorkbookRules;
  onChange: (change: Partial<ActivityForm>) => void;
  onRemove: () => void;
}

/** The fields of a request: what, for how much of its cost, when, and its priority. */
export function WishFields({ number, form, mistakes, day, program, book, onChange, onRemove }: WishFieldsProps) {
  const styles = useStyles();
  const fields = useFieldStyles();
  return (
    <fieldset className={styles.wish} aria-label={`Request ${number}`}>
      <div className={styles.head}>
        <div className={styles.grow}>
          <ActivityCombobox value={form.activity} day={day} program={program} book={book} onChange={(activity) => onChange({ activity })} />
        </div>
        <Button size="small" appearance="subtle" icon={<DeleteRegular />} aria-label={`Remove request ${number}`} onClick={onRemove} />
      </div>
      <div className={fields.pair}>
        <Field label="Cost, USD" size="small" required {...fault(mistakes.get('budget'))}>
          <Input
            className={fields.number}
            inputMode="decimal"
            value={form.budget}
            onChange={(_, { value }) => onChange({ budget: value })}
          />
        </Field>
        <Field label="Co-op share, USD" size="small" hint="Leave blank for the whole cost" {...fault(mistakes.get('coopShare'))}>
          <Input
            className={fields.number}
            inputMode="decimal"
            value={form.coopShare}
            onChange={(_, { value }) => onChange({ coopShare: value })}
          />
        </Field>
        <Field label="Start date" size="small" {...fault(mistakes.get('start'))}>
          <DayInput className={fields.field} value={form.start} onChange={(_, { value }) => onChange({ start: value })} />
        </Field>
        <Field label="End date" size="small" {...fault(mistakes.get('end'))}>
          <DayInput className={fields.field} value={form.end} onChange={(_, { value }) => onChange({ end: value })} />
        </Field>
        <Field label="Priority" size="small" {...fault(mistakes.get('priority'))}>
          <Input
            className={fields.number}
            inputMode="numeric"
            value={form.priority}
            onChange={(_, { value }) => onChange({ priority: value })}
          />
        </Field>
      </div>
    </fieldset>
  );
}

const useStyles = makeStyles({
  wish: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, minWidth: 0 },
});
