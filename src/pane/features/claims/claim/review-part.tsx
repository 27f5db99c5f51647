import { Button } from '@fluentui/react-components';
import type { Day } from '../../../../domain/calendar/day';
import { isReviewOver } from '../../../../domain/claims/creative-review';
import { noBreak } from '../../../ui/no-break';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { ClaimingRule } from '../field-findings';
import type { ClaimPart } from './claim-part';

/** The creative review of a claim's activity: asked for until it starts, and said to be over from then on. */
export function ReviewPart({ view: { claim, activity }, onReview }: ClaimPart) {
  const { asOf } = useReading();
  const styles = useClaimStyles();
  const reviewed = activity?.preApproved ?? null;
  const isOver = isReviewOver(claim.start, asOf);
  return (
    <div className={styles.close}>
      {reviewed !== null && (
        <p className={styles.line}>The plan says that Microsoft reviewed the material on {noBreak(reviewed)}. Use it unmodified.</p>
      )}
      {isOver ? (
        <p className={styles.line}>
          The activity began on {noBreak(claim.start!)}, so the time for a creative review is over: material is reviewed only before it is
          used.
          {reviewed === null && ' It is optional, and the claim does not need it.'}
        </p>
      ) : (
        <>
          <p className={styles.line}>
            Before the activity starts, Microsoft may be asked by e-mail to look at its material. That is optional; the material is used
            unmodified afterwards, and an answer is no promise of payment.
          </p>
          <div>
            <Button size="small" onClick={onReview}>
              Write the request
            </Button>
          </div>
        </>
      )}
      <ClaimingRule fact="creative review" />
    </div>
  );
}

/** Where the creative review stands, in a few words. */
export function reviewState({ claim, activity }: ClaimPart['view'], asOf: Day): string {
  if (activity?.preApproved) return `reviewed on ${activity.preApproved}`;
  if (isReviewOver(claim.start, asOf)) return 'its time is over';
  return claim.start === null ? 'optional' : `optional, before ${claim.start}`;
}
