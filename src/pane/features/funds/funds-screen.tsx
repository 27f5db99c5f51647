import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { backTest } from '../../../reports/back-test';
import { describeFund, fundKey } from '../../../domain/funds/fund';
import { FIRST_MONTH } from '../../../storage/funds/earnings-table';
import { fundRows, FUNDS_TABLE, type FundColumn } from '../../../storage/funds/funds-table';
import { fundsSessionOf } from '../../../planner/funds/funds-session';
import { ActionResult } from '../../ui/action-result';
import { AsOfField } from '../../ui/as-of-field';
import { EmptyState } from '../../ui/empty-state';
import { Message } from '../../ui/message';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useRequestedPlace } from '../../ui/use-requested-place';
import { ReadTroubles, WhenRead } from '../../ui/when-read';
import { explainChartNumber } from '../../../planner/funds/chart-number';
import { closedHalvesOf } from '../../../planner/funds/closed-halves';
import { fundsOverview } from '../../../planner/funds/funds-overview';
import { useObservable } from '../../ui/use-observable';
import { EnterFund } from './enter-fund';
import { ClosedFold } from './closed-fold';
import { CoopChart } from './coop-chart';
import { FundsOverview } from './funds-overview';
import { evidenceOf } from '../../../planner/funds/evidence';
import { FundCard, fundTitleId } from './fund-card';
import { HalfTotals } from './half-totals';
import { fundsByHalf, type HalfOfFunds, type FundView } from '../../../planner/funds/funds-view';
import { NativeChart } from './native-chart';
import { SheetButton } from '../../ui/sheet-button';
import { showRow } from './show-row';
import { describeBackTest, outlookOf } from '../../../planner/funds/outlook';
import { describeExperienceTest, experienceOutlookOf } from '../../../planner/funds/experience-outlook';
import type { Outlooks } from './threshold-radar';
import { ReconcileFund } from './reconcile-fund';
import { UncountedRows } from './uncounted-rows';
import { pick, plural } from '../../../domain/text/plural';
import { formatMonth } from '../../../domain/calendar/month-text';
import { formatHalf } from '../../../domain/calendar/half';

/** Every fund of the workbook: its state, amounts and days, and whether it will reach the threshold. */
export function FundsScreen({ onBringIn }: { onBringIn: () => void }) {
  return <WhenRead>{() => <Funds onBringIn={onBringIn} />}</WhenRead>;
}

function Funds({ onBringIn }: { onBringIn: () => void }) {
  const styles = useStyles();
  const { workbook, navigation, explain, session } = usePlanner();
  const { read, book, asOf } = useReading();
  const [trouble, setTrouble] = useState<string | null>(null);
  const place = useRequestedPlace('funds');
  const closed = session(closedHalvesOf);
  const unfolded = useObservable(closed);
  const bringIn = useRef<HTMLButtonElement>(null);
  const entry = session(fundsSessionOf);
  const { isOpen: isEntering, ...entered } = useObservable(entry);
  const shown = useMemo(() => {
    const months = read.earnings?.months ?? [];
    const halves = fundsByHalf(read.fundDetails, book);
    const tests = backTest(months, asOf);
    const tested = { pace: describeBackTest(tests), experience: describeExperienceTest(tests) };
    const outlooks = new Map(
      halves.flatMap(({ funds }) =>
        funds
          .filter(({ stage, isTyped }) => stage === 'earning' && !isTyped)
          .map((fund): [FundView, Outlooks] => [
            fund,
            { pace: outlookOf(fund, months, book, asOf), experience: experienceOutlookOf(fund, months, book, asOf), tested },
          ]),
      ),
    );
    const overview = fundsOverview(halves, read, book, asOf);
    return { months, halves, overview, outlooks, unread: read.earnings?.unread ?? 0 };
  }, [read, book, asOf]);

  // closed halves are out of the way, unless there is nothing else
  const isFolded = shown.halves.some(({ isClosed }) => !isClosed);
  const inFold = ({ isClosed }: HalfOfFunds): boolean => isFolded && isClosed;
  const folded = shown.halves.filter(inFold);

  useEffect(() => {
    if (!place) return;
    if (place.what === 'report') {
      navigation.opened();
      onBringIn();
      return;
    }
    if (place.what === 'fund') {
      navigation.opened();
      entry.open();
      return;
    }
    const key = place.fund && fundKey(place.fund);
    const half = shown.halves.find(({ funds }) => funds.some((candidate) => fundKey(candidate) === key));
    // its card is there the next time
    if (half?.isClosed && isFolded && !unfolded.has('cards')) return closed.open('cards');
    const fund = half?.funds.find((candidate) => fundKey(candidate) === key);
    const heading = fund ? document.getElementById(fundTitleId(fund)) : null;
    heading?.closest('article')?.scrollIntoView({ block: 'start' });
    (heading ?? bringIn.current)?.focus({ preventScroll: heading !== null });
    navigation.opened();
  }, [place, shown, isFolded, unfolded, closed, entry, navigation, onBringIn]);

  const explainFund = async (fund: FundView, column: FundColumn): Promise<void> => {
    const found = await showRow(workbook.tables, {
      table: FUNDS_TABLE,
      column,
      rowIn: (now) => [...fundRows(now)].find(([, key]) => fundKey(key) === fundKey(fund))?.[0],
      called: 'That row is',
    });
    if ('trouble' in found) return setTrouble(found.trouble);
    explain.cell(`${found.sheet}!${found.cell}`, evidenceOf([fund], [column === 'Rebate' ? 'rebate' : 'co-op']));
  };

  const unplaced = read.earnings?.unplaced ?? [];
  const unread = (
    <>
      {unplaced.length > 0 && (
        <UncountedRows
          title={`${plural(unplaced.length, 'report row')} couldn't be counted and ${pick(unplaced.length, "doesn't say its fund", "don't say their fund")}, so any fund may be incomplete.`}
          rows={unplaced}
        />
      )}
      {shown.unread > 0 && (
        <Message intent="warning">
          {plural(shown.unread, 'row')} of the table CoopEarnings can't be read and {pick(shown.unread, "isn't", "aren't")} included. The
          month or the amount is missing or is text, or the month is before {formatMonth(FIRST_MONTH)}, for which no deadlines are known.
          Cells that count a row without a month or amount show an error.
        </Message>
      )}
    </>
  );
  const result = <ActionResult {...entered} onUndo={(step) => void entry.undo(step)} onDismiss={entry.dismiss} takeTheirs={() => null} />;
  const form = isEntering && <EnterFund />;
  if (shown.halves.length === 0) {
    return (
      <>
        {result}
        <ReadTroubles />
        {unread}
        {form || <NoFunds onBringIn={onBringIn} onEnter={entry.open} />}
      </>
    );
  }
  const cardsOf = (half: HalfOfFunds) => (
    <section key={half.label} className={styles.half} aria-labelledby={idOf(half)}>
      <div>
        <h2 id={idOf(half)} className={styles.title}>
          Earned {formatHalf(half.half)} ({half.label})
        </h2>
        <HalfTotals half={half} />
      </div>
      {half.funds.map((fund) => (
        <FundCard
          key={fundKey(fund)}
          fund={fund}
          asOf={asOf}
          outlooks={shown.outlooks.get(fund) ?? null}
          restated={read.restated.get(fundKey(fund)) ?? null}
          onReview={(found) => void entry.review(found)}
          onExplain={(found, column) => void explainFund(found, column)}
        >
          {!fund.isTyped && <ReconcileFund fund={fund} months={shown.months} />}
          <SheetButton
            label="Make a statement sheet"
            about={describeFund(fund)}
            make={async (port, reading) => (await import('../../../planner/summary/fund-statement')).writeStatement(port, fund, reading)}
          />
        </FundCard>
      ))}
    </section>
  );
  return (
    <>
      <AsOfField canReadAgain />
      {result}
      <div className={styles.actions}>
        <Button ref={bringIn} size="small" appearance="primary" onClick={onBringIn}>
          Bring in a report
        </Button>
        {!isEntering && (
          <Button size="small" onClick={entry.open}>
            Enter a fund
          </Button>
        )}
      </div>
      {form}
      {trouble && <Message intent="warning">{trouble}</Message>}
      <ReadTroubles />
      {unread}
      <FundsOverview open={shown.overview.filter(({ half }) => !inFold(half))} closed={shown.overview.filter(({ half }) => inFold(half))} />
      {shown.halves.filter((half) => !inFold(half)).map(cardsOf)}
      {folded.length > 0 && (
        <ClosedFold list="cards" count={folded.length} as="h2">
          {folded.map(cardsOf)}
        </ClosedFold>
      )}
      <CoopChart
        months={shown.months}
        onExplain={(month, lever, rows) => explain.number(explainChartNumber(month, lever, rows, read.partnerNames, book))}
      >
        <NativeChart chart={workbook.chart} months={shown.months} />
      </CoopChart>
      <SheetButton
        label="Make a summary sheet"
        note="One printable page for finance: every fund from earned to paid, the largest activities, and the next deadlines."
        make={async (port, reading) => (await import('../../../planner/summary/co-op-summary')).writeSummary(port, reading)}
      />
      <p className={styles.quiet}>
        Amounts come from earnings reports, which don't include claims. For claims in this workbook, see Plan › Balance. For all claims, see
        Co-op management in Partner Center.
      </p>
    </>
  );
}

function NoFunds({ onBringIn, onEnter }: { onBringIn: () => void; onEnter: () => void }) {
  return (
    <EmptyState
      title="No funds in this workbook yet"
      actions={
        <>
          <Button appearance="primary" onClick={onBringIn}>
            Bring in a report
          </Button>
          <Button onClick={onEnter}>Enter a fund</Button>
        </>
      }
      note="In Partner Center, open Earnings, and choose Download report, and then Earnings | Default."
    >
      Bring in the earnings report from Partner Center to see how much co-op each Partner ID, program, and half has, whether it passes the
      threshold, and when it lapses.
    </EmptyState>
  );
}

const idOf = ({ label }: HalfOfFunds): string => `half-${label.replace(' ', '-')}`;

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  half: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
