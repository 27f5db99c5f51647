import { Button } from '@fluentui/react-components';
import { showsNothing } from '../../../../domain/activities/requirements';
import { formatDay, type Day } from '../../../../domain/calendar/day';
import { isReviewOver } from '../../../../domain/claims/creative-review';
import { noBreak } from '../../../ui/no-break';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { ClaimingRule } from '../field-findings';
import type { ClaimPart } from './claim-part';

/** The creative review of a claim's activity: can be requested until the activity starts. */
export function ReviewPart({ view: { claim, activity }, onReview }: ClaimPart) {
  const { asOf } = useReading();
  const styles = useClaimStyles();
  const reviewed = activity?.preApproved ?? null;
  const isOver = isReviewOver(claim.start, asOf);
  return (
    <div className={styles.close}>
      {reviewed !== null && (
        <p className={styles.line}>
          According to the plan, Microsoft reviewed the material on {noBreak(formatDay(reviewed))}. Use it unmodified.
        </p>
      )}
      {isOver ? (
        <p className={styles.line}>
          The activity started on {noBreak(formatDay(claim.start!))}, so it's too late for a creative review. Material is reviewed only
          before it's used.
          {reviewed === null && " A review is optional, and the claim doesn't need it."}
        </p>
      ) : (
        <>
          <p className={styles.line}>
            Before the activity starts, you can ask Microsoft by email to review its material. That's optional. Use the material unmodified
            afterward. An answer doesn't guarantee payment.
          </p>
          <div>
            <Button size="small" onClick={onReview}>
              Draft the request
            </Button>
          </div>
        </>
      )}
      <ClaimingRule fact="creative review" />
    </div>
  );
}

/** Whether there is something to review, or something was. */
export const hasReview = ({ activity, requirements }: ClaimPart['view']): boolean =>
  activity?.preApproved != null || requirements === null || !showsNothing(requirements);

/** The status of the creative review, in a few words. */
export function reviewState({ claim, activity }: ClaimPart['view'], asOf: Day): string {
  if (activity?.preApproved) return `reviewed on ${formatDay(activity.preApproved)}`;
  if (isReviewOver(claim.start, asOf)) return 'closed';
  return claim.start === null ? 'optional' : `optional, before ${formatDay(claim.start)}`;
}
