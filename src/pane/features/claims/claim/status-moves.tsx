import { Button, Field, Input } from '@fluentui/react-components';
import type { ClaimDays } from '../../../../domain/calendar/deadlines';
import type { ClaimStatus } from '../../../../domain/claims/claim';
import { movesFrom, statusName } from '../../../../domain/claims/claim-status';
import { addDays, isDay, type Day } from '../../../../domain/calendar/day';
import { dollars } from '../../../../domain/money/money';
import { readTypedAmount } from '../../../../domain/money/typed-amount';
import { FindingLine } from '../../../ui/finding-line';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import type { ClaimView } from '../../../../planner/claims/claim-view';

/** What can become of the claim, each written down with its day. */
export function StatusMoves({ view }: { view: ClaimView }) {
  const styles = useClaimStyles();
  const { claims: session } = usePlanner();
  const { moving, isBusy } = useObservable(session);
  const { asOf } = useReading();
  const { claim, status, days } = view;
  if (days === null) {
    return claim.fund === null ? (
      <p className={styles.quiet}>Choose the fund before you write down what happened to the claim: its deadlines depend on it.</p>
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
    if (!isDay(moving.on)) return session.typeMove({ refusal: 'Write the day it happened.' });
    if ('problem' in amount) return session.typeMove({ refusal: amount.problem });
    if (blocked.length > 0) return session.typeMove({ refusal: `Partner Center would not take it: ${blocked[0]!.message}` });
    void session.move(moving.on, amount.cents, days);
  };
  return (
    <section className={styles.close} aria-label="What happened">
      <p className={styles.quiet}>{status === claim.status ? 'Write down what happened in Partner Center:' : 'The dates have decided:'}</p>
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
            <Field label="On" size="small">
              <Input
                className={styles.field}
                type="date"
                min="2000-01-01"
                max="2099-12-31"
                value={moving.on}
                onChange={(_, { value }) => session.typeMove({ on: value })}
              />
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
            label={moving.to === 'action required' || moving.to === 'rejected' ? 'Reason, as its history in the portal gives it' : 'Note'}
            size="small"
          >
            <Input className={styles.field} value={moving.note} onChange={(_, { value }) => session.typeMove({ note: value })} />
          </Field>
          {moving.to === 'submitted' && view.readiness.missing.length > 0 && (
            <FindingLine
              level="warning"
              message={`${view.readiness.missing.length === 1 ? '1 thing that is asked for is' : `${view.readiness.missing.length} things that are asked for are`} missing.`}
            />
          )}
          {moving.to === 'submitted' && claim.isLowDollar && (
            <FindingLine level="note" message="A low-dollar claim is created and submitted at once, and locked." />
          )}
          <div role="status" className={styles.status}>
            {moving.refusal && <FindingLine level="blocking" message={moving.refusal} />}
          </div>
          <div className={styles.row}>
            <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy}>
              Write it down
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

/** Losses have a day of their own: the one after the deadline. */
function dayFor(to: ClaimStatus, from: ClaimStatus, { claimDeadline, resolutionDeadline }: ClaimDays, asOf: Day): Day {
  if (to !== 'forfeited' && to !== 'non-compliant') return asOf;
  return addDays(from === 'editing' ? claimDeadline : resolutionDeadline, 1);
}

const text = (cents: number | null): string => (cents === null ? '' : dollars(cents).toFixed(2));

function labelOf(from: ClaimStatus, to: ClaimStatus, isLowDollar: boolean): string {
  if (to === 'submitted') return from === 'action required' ? 'Resubmitted' : isLowDollar ? 'Created and submitted' : 'Submitted';
  return statusName(to);
}
