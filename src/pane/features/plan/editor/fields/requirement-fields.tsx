import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { showsNothing } from '../../../../../domain/activities/requirements';
import { formatShare } from '../../../../../domain/money/money';
import { usePlanner } from '../../../../ui/use-planner';
import { useReading } from '../../../../ui/use-planning';
import type { EditorPart } from './editor-part';
import { fault } from '../../../../ui/fault';
import { useFieldStyles } from './field-styles';
import { DayInput } from '../../../../ui/day-input';

/** What the guidebook requires: content, core requirements, travelers, pre-approval. */
export function RequirementFields({ form, activity, mistakes, facts, type, findingsAt }: EditorPart) {
  const { read } = useReading();
  const styles = useFieldStyles();
  const { navigation } = usePlanner();
  const { requirements, capRule } = facts;
  const { core = null, preApproval = 'none', leastContent = null } = requirements ?? {};
  const showsAttendees = capRule?.kind === 'travel' || form.attendees !== '';
  // an answer entered for an earlier activity stays visible
  const asks = requirements === null || !showsNothing(requirements);
  const asksContent = asks || form.content !== '';
  const asksCore = asks || form.meetsCore;
  const showsApproval = preApproval !== 'none' || form.preApproved !== '';
  return (
    <>
      <div className={styles.pair}>
        {asksContent && (
          <Field
            label="Microsoft content, %"
            size="small"
            hint={leastContent === null ? undefined : `At least ${formatShare(leastContent)}`}
            {...fault(mistakes.get('content'))}
          >
            <Input
              className={styles.number}
              inputMode="decimal"
              value={form.content}
              onChange={(_, { value }) => type({ content: value })}
            />
          </Field>
        )}
        {showsAttendees && (
          <Field label="Attendees who travel" size="small" {...fault(mistakes.get('attendees'))}>
            <Input
              className={styles.number}
              inputMode="numeric"
              value={form.attendees}
              onChange={(_, { value }) => type({ attendees: value })}
            />
          </Field>
        )}
      </div>
      {findingsAt('content')}
      {findingsAt('attendees')}
      {asksCore && (
        <div>
          <Checkbox
            label="Core requirements are met"
            checked={form.meetsCore}
            onChange={(_, { checked }) => type({ meetsCore: checked === true })}
          />
          {/* if unchecked, the findings below name them */}
          {core && core.length > 0 && form.meetsCore && (
            <ul className={styles.list} aria-label={`Core requirements of ${activity.activity}`}>
              {core.map((requirement) => (
                <li key={requirement}>{requirement}</li>
              ))}
            </ul>
          )}
          {core?.length === 0 && <p className={styles.quiet}>The guidebook lists none for this activity.</p>}
        </div>
      )}
      {findingsAt('meetsCore')}
      {showsApproval && (
        <Field
          label={preApproval === 'required' ? 'Approved by Microsoft on' : 'Reviewed by Microsoft on (optional)'}
          size="small"
          {...fault(mistakes.get('preApproved'))}
        >
          <DayInput className={styles.field} value={form.preApproved} onChange={(_, { value }) => type({ preApproved: value })} />
        </Field>
      )}
      {findingsAt('preApproved')}
      {showsApproval && form.preApproved === '' && read.activities.some(({ value }) => value.id === activity.id) && (
        <div>
          <Button size="small" onClick={() => navigation.open({ screen: 'claims', id: activity.id, what: 'review' })}>
            Ask for a creative review
          </Button>
        </div>
      )}
    </>
  );
}
