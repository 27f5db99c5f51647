import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatMonth } from '../../../domain/calendar/month-text';
import { describePartner, withPartnerName } from '../../../domain/earnings/partner-name';
import type { PlacedEarning, Restatement } from '../../../domain/earnings/restatements';
import { formatExactUsd } from '../../../domain/money/money';
import { describeComparison, restatedFunds, titleOfRestated } from '../../../planner/funds/restated-funds';
import { describePlace } from '../../../storage/funds/restatements-table';
import type { Restated } from '../../../storage/funds/write-report';
import { noBreak } from '../../ui/no-break';
import { SUMMARY } from '../../ui/summary-style';
import { usePartnerNames, usePlanning } from '../../ui/use-planning';

/** What a report changes of the past: what it does to each fund, then each change. */
export function RestatedList({ restated }: { restated: Restated }) {
  const styles = useStyles();
  const state = usePlanning();
  if (restated.list.length === 0) return null;
  const funds = state.step === 'read' ? restatedFunds(restated, state.read, state.book, state.asOf) : [];
  return (
    <div className={styles.part}>
      {funds.length > 0 && (
        <ul className={styles.funds}>
          {funds.map((fund) => (
            <li key={titleOfRestated(fund)}>
              <b>{titleOfRestated(fund)}</b>: {noBreak(fund.sentence)} {noBreak(fund.consequence)}
            </li>
          ))}
        </ul>
      )}
      <details className={styles.details} open={restated.list.length <= 10}>
        <summary>{describeComparison(restated)}</summary>
        <Restatements list={restated.list} />
      </details>
    </div>
  );
}

function Restatements({ list }: { list: readonly Restatement[] }) {
  const styles = useStyles();
  const names = usePartnerNames();
  const shown = list.slice(0, MAX_SHOWN);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((restatement, n) => {
          const place = (restatement.before ?? restatement.after)!;
          return (
            <li key={n}>
              {formatMonth(place.month)}, {describePartner(withPartnerName(place, names))}, {place.earningType}
              {place.lever && `, ${place.lever}`}: {noBreak(describeChange(restatement))}
              {place.earningId && <span className={styles.quiet}> {place.earningId}</span>}
            </li>
          );
        })}
      </ul>
      {list.length > shown.length && <p className={styles.line}>and {(list.length - shown.length).toLocaleString('en-US')} more</p>}
    </>
  );
}

function describeChange({ kind, before, after }: Restatement): string {
  const amount = (place: PlacedEarning | null): string => formatExactUsd(place?.micros ?? 0);
  switch (kind) {
    case 'changed':
      return `${amount(before)} is now ${amount(after)}`;
    case 'new in an old month':
      return `${amount(after)}, new in a month that was already reported`;
    case 'gone':
      return `${amount(before)}, removed`;
    case 'canceled':
      return `${amount(before)}, canceled`;
    case 'booked again':
      return `${amount(before)}, canceled and booked again`;
    case 'moved':
    case 'type changed':
      return `${amount(before)} is now ${before!.micros === after!.micros ? '' : `${amount(after)} `}in ${describePlace(after!, before!)}`;
  }
}

const MAX_SHOWN = 50;

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  funds: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalXL, fontVariantNumeric: 'tabular-nums' },
  list: {
    ...typographyStyles.body1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  details: { ...typographyStyles.body1, fontVariantNumeric: 'tabular-nums', '& summary': { ...SUMMARY } },
});
