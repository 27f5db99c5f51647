import { Button } from '@fluentui/react-components';
import { useMemo, useRef } from 'react';
import { formatDay, type Day } from '../../../../domain/calendar/day';
import { fitPayments, isSent, unpaidByAge, waitingForMore, type ClaimPayments, type Payment } from '../../../../domain/claims/payments';
import type { Claim } from '../../../../domain/claims/claim';
import { formatIn } from '../../../../domain/money/currency';
import { formatUsd } from '../../../../domain/money/money';
import { list } from '../../../../domain/text/list';
import { pick, plural } from '../../../../domain/text/plural';
import { daysOfClaim } from '../../../../planner/claims/claim-view';
import { paymentsOf, rebatesOf, withPayment } from '../../../../planner/claims/payments-session';
import type { Stored } from '../../../../planner/store/planning-store';
import { SMALLEST_PAYMENT } from '../../../../rulebook/claiming';
import type { PaymentsRead } from '../../../../reports/import/read-payments';
import { Message } from '../../../ui/message';
import { noBreak } from '../../../ui/no-break';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';

/** What is approved and unpaid, and the Payments download to find its payments in. */
export function PaymentsPart() {
  const styles = useClaimStyles();
  const session = usePlanner().session(paymentsOf);
  const { read, asOf } = useReading();
  const { read: found, trouble } = useObservable(session);
  const input = useRef<HTMLInputElement>(null);
  const { ages, waiting } = useMemo(() => {
    const claims = read.claims.map(({ value }) => value);
    return { ages: unpaidByAge(claims, asOf), waiting: waitingForMore(claims, SMALLEST_PAYMENT) };
  }, [read, asOf]);
  return (
    <section className={styles.stack} aria-labelledby="payments">
      <div className={styles.ends}>
        <h2 id="payments" className={styles.title}>
          Payments
        </h2>
        <Button size="small" onClick={() => input.current?.click()}>
          Find payments
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".csv,.tsv,.tab,.txt,.zip"
          aria-label="Payments download"
          onChange={(event) => {
            const { files } = event.target;
            if (files && files.length > 0) void session.readFiles([...files]);
            event.target.value = '';
          }}
        />
      </div>
      {ages.length === 0 ? (
        <p className={styles.quiet}>No approved claim waits for its payment.</p>
      ) : (
        <ul className={styles.list}>
          {ages.map(({ age, claims, cents, unknown }) => (
            <li key={age}>
              Approved and unpaid, {age}:{' '}
              {[
                claims > unknown && `${formatUsd(cents)} in ${plural(claims - unknown, 'claim')}`,
                unknown > 0 && `${plural(unknown, 'claim')} without a known amount in US dollars`,
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      )}
      {waiting.map(({ partnerId, program, claims, cents }) => (
        <p key={`${partnerId} ${program}`} className={styles.quiet}>
          {formatUsd(cents)} in {plural(claims, 'approved claim')} of Partner ID {partnerId} {pick(claims, 'waits', 'wait')}: payments below{' '}
          {formatUsd(SMALLEST_PAYMENT)} per program and earning type wait until that amount is reached.
        </p>
      ))}
      {trouble && <Message intent="error">{trouble}</Message>}
      {found ? (
        <Found found={found} onClose={session.close} />
      ) : (
        <p className={styles.quiet}>
          Choose the file from Partner Center → Earnings → Download report → Earnings | Payments. Nothing is written until you record a
          payment.
        </p>
      )}
    </section>
  );
}

function Found({ found, onClose }: { found: PaymentsRead; onClose: () => void }) {
  const styles = useClaimStyles();
  const { read } = useReading();
  const fitting = useMemo(() => fitPayments(read.claims, found.payments), [read, found]);
  const taken = new Set(fitting.flatMap(({ possible }) => possible.map(({ payment }) => payment)));
  const recorded = new Set(read.claims.map(({ value }) => value.paymentReference.trim()));
  const others = found.payments.filter((payment) => !taken.has(payment));
  return (
    <>
      <p className={styles.line} role="status">
        {plural(found.payments.length, 'payment')} read;{' '}
        {fitting.length === 0 ? 'none fits a claim that waits for one' : `${plural(fitting.length, 'claim')} may be paid`}.
      </p>
      {fitting.length > 0 && (
        <ul className={styles.plain}>
          {fitting.map((claim) => (
            <li key={claim.stored.value.id} className={styles.card}>
              <Fitting {...claim} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details className={styles.fold}>
          <summary>{plural(others.length, 'other payment')}</summary>
          <ul className={styles.list}>
            {others.slice(0, MAX_SHOWN).map((payment, n) => (
              <li key={n}>
                {noBreak(describePayment(payment))}:{' '}
                {recorded.has(payment.id) ? 'recorded for a claim' : whatItIs(payment, read.earnings?.months ?? [])}
              </li>
            ))}
          </ul>
          {others.length > MAX_SHOWN && <p className={styles.quiet}>and {others.length - MAX_SHOWN} more</p>}
        </details>
      )}
      {found.unread.length > 0 && (
        <Message intent="warning">
          {plural(found.unread.length, 'row')} can't be read, first line {found.unread[0]!.line} of {found.unread[0]!.file}:{' '}
          {found.unread[0]!.reason}
        </Message>
      )}
      <div className={styles.row}>
        <Button size="small" onClick={onClose}>
          Close payments
        </Button>
      </div>
    </>
  );
}

function Fitting({ stored, possible }: ClaimPayments<Stored<Claim>>) {
  const styles = useClaimStyles();
  const { claims: session } = usePlanner();
  const { isBusy } = useObservable(session);
  const { book, asOf } = useReading();
  const claim = stored.value;
  const days = daysOfClaim(claim, book);
  const amount = claim.paid ?? claim.approved ?? claim.amount;
  const approved = claim.approvedOn === null ? '' : ` on ${formatDay(claim.approvedOn)}`;
  return (
    <>
      <h3 className={styles.heading}>{claim.name || claim.activity}</h3>
      <p className={styles.line}>
        {noBreak(`${amount === null ? '' : `${formatIn(amount, claim.currency)} `}approved${approved}`)}
        {claim.status === 'paid' && '; paid, without its payment number'}
      </p>
      {possible.map(({ payment, claims }, n) => (
        <div key={n} className={styles.ends}>
          <p className={styles.line}>
            {noBreak(describePayment(payment))}
            {claims > 1 && `. It also fits ${plural(claims - 1, 'other claim')}`}
          </p>
          {days && payment.paidOn !== null && (
            <Button
              size="small"
              appearance={possible.length === 1 && claims === 1 ? 'primary' : 'secondary'}
              disabledFocusable={isBusy}
              aria-label={`Record payment ${payment.id} for ${claim.name || claim.activity}`}
              onClick={() => void session.recordPayment(stored, (written, time) => withPayment(written, payment, { asOf, at: time, days }))}
            >
              Record payment
            </Button>
          )}
        </div>
      ))}
      {possible.length > 1 && (
        <p className={styles.quiet}>
          {plural(possible.length, 'payment')} {pick(possible.length, 'fits', 'fit')}. Choose the one that the payout statement shows for
          this claim.
        </p>
      )}
    </>
  );
}

function whatItIs(payment: Payment, months: Parameters<typeof rebatesOf>[1]): string {
  if (!isSent(payment.status)) return `not sent, ${payment.status || 'no status'}`;
  const rebates = rebatesOf(payment, months);
  return rebates.length === 0 ? 'fits no claim and no rebate' : `may be the rebate of ${list(rebates, 'or')}`;
}

function describePayment({ id, partnerId, earnedUsd, total, currency, paidOn }: Payment): string {
  const amount = total === null ? formatUsd(earnedUsd ?? 0) : formatIn(total, currency);
  return `${id || 'No number'}, Partner ID ${partnerId}, ${amount}${dayText(paidOn)}`;
}

const dayText = (day: Day | null): string => (day === null ? '' : ` on ${formatDay(day)}`);

const MAX_SHOWN = 50;
