import { labelOf } from '../../../../domain/calendar/half';
import { explainRule } from '../../../../explain/explain-rule';
import { ifCovered } from '../../../../rulebook/if-covered';
import type { Rule } from '../../../../rulebook/rule';
import { RuleCard } from '../../../ui/rule-card';
import { noBreak } from '../../../ui/no-break';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { deadlinesOf } from '../../../../planner/claims/claim-view';
import { closingOf, dayWithWeekday } from '../../../../planner/claims/deadline-text';
import { inUsd } from '../../../../domain/money/currency';
import { formatUsd } from '../../../../domain/money/money';
import { SMALLEST_PAYMENT } from '../../../../rulebook/claiming';
import { ClaimingFactLine } from '../field-findings';
import type { ClaimPart } from './claim-part';
import { plural } from '../../../../domain/text/plural';
import { formatDay } from '../../../../domain/calendar/day';

/** Every day in the life of a claim: its deadlines, Microsoft's answers, the payment, and how long proof is kept. */
export function ClaimDaysPart({ view }: ClaimPart) {
  const { book, asOf } = useReading();
  const styles = useClaimStyles();
  const { claim, fundId, days, review, disputeBy, payment, keep, times } = view;
  const deadlines = deadlinesOf(claim, book);
  const retention = ifCovered(() => book.rulesOn(claim.end ?? claim.start ?? asOf).retention());
  const paying = payment && ifCovered(() => book.rulesOn(claim.approvedOn ?? asOf).payment());
  const approved = claim.approved === null ? null : inUsd(claim.approved, claim);
  const isSmall = approved !== null && approved < SMALLEST_PAYMENT;
  const facts: [string, string][] = [
    ...(fundId ? ([['Earned in', labelOf(fundId.half)]] as [string, string][]) : []),
    ...(days
      ? ([
          ['Usage period', `${formatDay(days.usageStart)} to ${formatDay(days.usageEnd)}`],
          ['Claims open', dayWithWeekday(days.claimOpens)],
          ['Claim deadline', closingOf(days.claimDeadline)],
          ['Resolution deadline', closingOf(days.resolutionDeadline)],
        ] as [string, string][])
      : []),
    ...(claim.claimExpires ? ([['Claim expires in Partner Center', dayWithWeekday(claim.claimExpires)]] as [string, string][]) : []),
    ...(review ? ([['Review', `${formatDay(review.from)} to ${formatDay(review.to)}`]] as [string, string][]) : []),
    ...(disputeBy ? ([['Dispute answer expected by', formatDay(disputeBy)]] as [string, string][]) : []),
    ...(payment
      ? ([
          [
            'Estimated payment',
            isSmall ? `Waits until ${formatUsd(SMALLEST_PAYMENT)} is reached` : `${formatDay(payment.from)} to ${formatDay(payment.to)}`,
          ],
          [`Latest payment (${plural(times.paymentBusinessDays, 'business day')})`, formatDay(payment.atLatest)],
        ] as [string, string][])
      : []),
  ];
  return (
    <div className={styles.stack}>
      <dl className={styles.facts}>
        {facts.map(([name, text]) => (
          <FactRow key={name} name={name} text={text} />
        ))}
      </dl>
      {keep && (
        <section className={styles.close} aria-label="Keep the proof until">
          <p className={styles.heading}>Keep the original proof until {noBreak(formatDay(keep.keepUntil))}</p>
          <dl className={styles.facts}>
            <FactRow name="24 months after the activity" text={formatDay(keep.fromActivity)} />
            <FactRow name="24 months after the later of earning and claiming" text={formatDay(keep.fromEarningOrClaims)} />
            <FactRow name="24 months after the claiming period" text={formatDay(keep.fromClaims)} />
          </dl>
          <p className={styles.quiet}>Sources count from different days. The latest one satisfies all of them.</p>
        </section>
      )}
      <details className={styles.fold}>
        <summary>Rules and sources</summary>
        <div className={styles.stack}>
          <Card rule={deadlines} />
          {review && <ClaimingFactLine fact="review" />}
          {review && <ClaimingFactLine fact="longer review" />}
          {disputeBy && <ClaimingFactLine fact="dispute" />}
          <Card rule={paying} />
          {payment && <ClaimingFactLine fact="latest payment" />}
          {payment && <ClaimingFactLine fact="smallest payment" />}
          {keep && <Card rule={retention} />}
        </div>
      </details>
    </div>
  );
}

const Card = ({ rule }: { rule: Rule<unknown> | null }) => (rule ? <RuleCard rule={explainRule(rule)} /> : null);

function FactRow({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{noBreak(text)}</dd>
    </>
  );
}
