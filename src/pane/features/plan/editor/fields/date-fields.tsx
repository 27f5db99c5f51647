import { Button, Field } from '@fluentui/react-components';
import { SafeDaySteps } from '../../safe-day-steps';
import { noBreak } from '../../../../ui/no-break';
import type { EditorPart } from './editor-part';
import { fault } from '../../../../ui/fault';
import { useFieldStyles } from './field-styles';
import { formatDay } from '../../../../../domain/calendar/day';
import { DayInput } from '../../../../ui/day-input';

/** When it happens, and its last safe day. */
export function DateFields({ form, mistakes, facts, type, findingsAt, onSplit }: EditorPart & { onSplit: (() => void) | null }) {
  const styles = useFieldStyles();
  return (
    <>
      <div className={styles.pair}>
        <Field label="Start date" size="small" required {...fault(mistakes.get('start'))}>
          <DayInput className={styles.field} value={form.start} onChange={(_, { value }) => type({ start: value })} />
        </Field>
        <Field label="End date" size="small" {...fault(mistakes.get('end'))}>
          <DayInput className={styles.field} value={form.end} onChange={(_, { value }) => type({ end: value })} />
        </Field>
      </div>
      {findingsAt('start')}
      {findingsAt('end')}
      {onSplit && (
        <div>
          <Button size="small" onClick={onSplit}>
            Split into two
          </Button>
        </div>
      )}
      {facts.safe && (
        <details className={styles.fold}>
          <summary>Last safe day {noBreak(formatDay(facts.safe.day))}</summary>
          <SafeDaySteps safe={facts.safe} />
        </details>
      )}
    </>
  );
}
