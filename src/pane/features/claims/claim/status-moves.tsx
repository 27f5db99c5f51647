import { Button, Field, Input } from '@fluentui/react-components';
import type { ClaimDays } from '../../../../domain/calendar/deadlines';
import type { ClaimStatus } from '../../../../domain/claims/claim';
import { movesFrom, statusName } from '../../../../domain/claims/claim-status';
import { transition } from '../../../../domain/claims/transition';
import { addDays, isDay, type Day } from '../../../../domain/calendar/day';
import { dollars } from '../../../../domain/money/money';
import { readTypedAmount } from '../../../../domain/money/typed-amount';
import { FindingLine } from '../../../ui/finding-line';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import type { ClaimView } from '../../../../planner/claims/claim-view';
import { questionBefore } from '../../../../planner/claims/submit-question';
import { pick, plural } from '../../../../domain/text/plural';
import { DayInput } from '../../../ui/day-input';

/** The statuses a claim can change to, each recorded with its day. */
export function StatusMoves({ view }: { view: ClaimView }) {
  const styles = useClaimStyles();
  const { claims: session } = usePlanner();
  const { moving, isBusy } = useObservable(session);
  const { asOf } = useReading();
  const { claim, status, days } = view;
  if (days === null) {
    return claim.fund === null ? (
      <p className={styles.quiet}>Choose the fund before you record a status change. The claim's deadlines depend on it.</p>
    ) : null;
  }
  const possible = movesFrom(claim.status).filter((to) => (to === 'forfeited' || to === 'non-compliant' ? status === to : true));
  if (possible.length === 0) return null;
  const blocked = moving?.to === 'submitted' ? view.findings.filter(({ level }) => level === 'blocking') : [];
  const amountFor = (to: ClaimStatus): string =>
    to === 'approved' ? text(claim.amount) : to === 'paid' ? text(claim.approved ?? claim.amount) : '';
  const write = (): void => {
    if (!moving) return;
    const amount = readTypedAmount(moving.amount, claim.currency || 'USD');
    if (!isDay(moving.on)) return session.typeMove({ refusal: 'Enter the date it happened.' });
    if ('problem' in amount) return session.typeMove({ refusal: amount.problem });
    if (blocked.length > 0) return session.typeMove({ refusal: `Partner Center wouldn't accept it: ${blocked[0]!.message}` });
    const question = questionBefore(moving.to, view);
    if (question !== null && moving.question === null) return session.typeMove({ question });
    const { to, on, note } = moving;
    void session.move(on, (written, time) => transition(written, to, { on, asOf, at: time, days, amount: amount.cents, note }));
  };
  return (
    <section className={styles.close} aria-label="Status change">
      <p className={styles.quiet}>{status === claim.status ? 'Record a status change:' : 'A deadline has passed:'}</p>
      <div className={styles.row}>
        {possible.map((to) => (
          <Button
            key={to}
            size="small"
            appearance={moving?.to === to ? 'primary' : 'secondary'}
            aria-expanded={moving?.to === to}
            onClick={() =>
              moving?.to === to ? session.endMove() : session.beginMove(to, dayFor(to, claim.status, days, asOf), amountFor(to))
            }
          >
            {labelOf(claim.status, to, claim.isLowDollar)}
          </Button>
        ))}
      </div>
      {moving && possible.includes(moving.to) && (
        <form
          className={styles.group}
          aria-label={labelOf(claim.status, moving.to, claim.isLowDollar)}
          onSubmit={(event) => {
            event.preventDefault();
            write();
          }}
        >
          <div className={styles.pair}>
            <Field label="Date" size="small">
              <DayInput className={styles.field} value={moving.on} onChange={(_, { value }) => session.typeMove({ on: value })} />
            </Field>
            {(moving.to === 'approved' || moving.to === 'paid') && (
              <Field label={`Amount ${moving.to}, ${claim.currency || 'USD'}`} size="small">
                <Input
                  className={styles.number}
                  inputMode="decimal"
                  value={moving.amount}
                  onChange={(_, { value }) => session.typeMove({ amount: value })}
                />
              </Field>
            )}
          </div>
          <Field
            label={moving.to === 'action required' || moving.to === 'rejected' ? 'Reason, as shown in the portal history' : 'Note'}
            size="small"
          >
            <Input className={styles.field} value={moving.note} onChange={(_, { value }) => session.typeMove({ note: value })} />
          </Field>
          {moving.to === 'submitted' && view.readiness.missing.length > 0 && (
            <FindingLine
              level="warning"
              message={`${plural(view.readiness.missing.length, 'required item')} ${pick(view.readiness.missing.length, 'is', 'are')} missing.`}
            />
          )}
          {moving.to === 'submitted' && claim.isLowDollar && (
            <FindingLine level="note" message="A low-dollar claim is created, submitted, and locked at once." />
          )}
          <div role="status" className={styles.status}>
            {moving.refusal && <FindingLine level="blocking" message={moving.refusal} />}
            {moving.question && <FindingLine level="warning" message={moving.question} />}
          </div>
          <div className={styles.row}>
            <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy}>
              {moving.question ? 'Record anyway' : 'Record'}
            </Button>
            <Button size="small" onClick={session.endMove}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** The day of a loss is the day after the deadline. */
function dayFor(to: ClaimStatus, from: ClaimStatus, { claimDeadline, resolutionDeadline }: ClaimDays, asOf: Day): Day {
  if (to !== 'forfeited' && to !== 'non-compliant') return asOf;
  return addDays(from === 'editing' ? claimDeadline : resolutionDeadline, 1);
}

const text = (cents: number | null): string => (cents === null ? '' : dollars(cents).toFixed(2));

function labelOf(from: ClaimStatus, to: ClaimStatus, isLowDollar: boolean): string {
  if (to === 'submitted') return from === 'action required' ? 'Resubmitted' : isLowDollar ? 'Created and submitted' : 'Submitted';
  return statusName(to);
}
