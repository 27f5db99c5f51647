import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { fundKey, fundLabel } from '../../../domain/funds/fund';
import { balanceOf } from '../../../domain/balance/balance';
import { yourShareOf } from '../../../domain/balance/your-share';
import { usageNames } from '../../../domain/balance/usage-names';
import { lapses } from '../../../domain/balance/lapses';
import { sharesOf } from '../../../domain/money/shares';
import { NOT_ATTRIBUTABLE, solutionAreaOf } from '../../../domain/balance/solution-areas';
import { CATEGORIES } from '../../../rulebook/rules/requirements';
import { ActionResult } from '../../ui/action-result';
import { AsOfField } from '../../ui/as-of-field';
import { EmptyState } from '../../ui/empty-state';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { ReadTroubles, WhenRead } from '../../ui/when-read';
import { capsIn } from '../../../planner/activities/caps-in';
import { mixesOf } from '../../../planner/activities/mix-session';
import { claimedIn } from '../../../planner/claims/claimed-in';
import { categoryOf } from '../../../planner/activities/category-of';
import { FundBalanceCard } from './fund-balance-card';
import { LapseRadar } from './lapse-radar';
import { MixCheck } from './mix-check';
import { ReturnByCategory } from './return-by-category';
import { Shares } from './shares';
import { pick, plural } from '../../../domain/text/plural';

/** Where each fund's money is, what lapses if nothing changes, and what it is used for. */
export function BalanceScreen() {
  return <WhenRead>{() => <Balances />}</WhenRead>;
}

function Balances() {
  const styles = useStyles();
  const { navigation, session } = usePlanner();
  const { read, book, asOf } = useReading();
  const mixes = session(mixesOf);
  const mixWork = useObservable(mixes);
  const [only, setOnly] = useState(ALL);
  const { activities, lost, cards } = useMemo(() => {
    const all = read.activities.map(({ value }) => value);
    const claims = read.claims.map(({ value }) => value);
    const capOf = capsIn(book);
    const { claimed } = claimedIn(read, asOf, book);
    return {
      activities: all,
      lost: lapses(read.funds, all, claims, asOf, capOf),
      cards: [...read.funds]
        .sort((a, b) => (a.usageEnd < b.usageEnd ? 1 : a.usageEnd > b.usageEnd ? -1 : 0))
        .map((fund) => ({
          key: fundKey(fund),
          fund,
          balance: balanceOf(fund, all, claims, asOf, capOf),
          yourShare: yourShareOf(fund, all, capOf, claimed),
        }))
        .filter(({ balance }) => balance.usable !== 0 || balance.counted.length > 0),
    };
  }, [read, asOf, book]);
  const shown = cards.filter(({ key }) => only === ALL || key === only);
  const counted = shown.flatMap(({ balance }) => balance.counted);
  const names = usageNames(counted);
  const byCategory = sharesOf(counted, ({ activity, start }) => categoryOf(activity, start, book));
  const byArea = sharesOf(
    counted,
    solutionAreaOf(
      counted,
      read.settings.areaMix.map(({ name }) => name),
    ),
  );
  const empty = read.funds.length - cards.length;

  if (read.hasUnknownAmounts) {
    return (
      <>
        <AsOfField />
        <ReadTroubles />
        <EmptyState title="Balances aren't known">
          What is planned, claimed, and left depends on a column that is missing. Rename it back, and the amounts return.
        </EmptyState>
      </>
    );
  }
  if (cards.length === 0) {
    return (
      <>
        <AsOfField />
        <ReadTroubles />
        <EmptyState
          title={empty === 0 ? 'No funds yet' : 'No fund above its threshold yet'}
          actions={
            <Button appearance="primary" onClick={() => navigation.show('funds')}>
              Go to Funds
            </Button>
          }
        >
          {describeNothing(empty)}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <AsOfField />
      <ReadTroubles />
      <ActionResult {...mixWork} onUndo={(step) => void mixes.undo(step)} onDismiss={mixes.dismiss} takeTheirs={() => null} />
      <LapseRadar lapses={lost} asOf={asOf} />
      <section className={styles.section} aria-labelledby="balances">
        <h2 id="balances" className={styles.title}>
          Balance
        </h2>
        <Select aria-label="Fund" size="small" value={only} onChange={(_, { value }) => setOnly(value)}>
          <option value={ALL}>All funds</option>
          {cards.map(({ key, fund }) => (
            <option key={key} value={key}>
              {fundLabel(fund)}
            </option>
          ))}
        </Select>
        {shown.map(({ key, fund, balance, yourShare }) => (
          <FundBalanceCard
            key={key}
            fund={fund}
            asOf={asOf}
            balance={balance}
            names={names}
            yourShare={yourShare}
            activities={activities}
          />
        ))}
        {only === ALL && empty > 0 && (
          <p className={styles.quiet}>
            {plural(empty, 'fund')} with nothing to use {pick(empty, "isn't", "aren't")} shown.
          </p>
        )}
      </section>
      {counted.length > 0 && (
        <section className={styles.section} aria-labelledby="shares">
          <h2 id="shares" className={styles.title}>
            Where the money goes
          </h2>
          <Shares title="By category" shares={byCategory} />
          {byArea.some(({ name }) => name !== NOT_ATTRIBUTABLE) && <Shares title="By solution area" shares={byArea} />}
          <Shares title="By activity" shares={sharesOf(counted, (usage) => names.get(usage)!)} />
          <p className={styles.quiet}>Planned and later stages, in US dollars. Unknown amounts aren't included.</p>
        </section>
      )}
      <ReturnByCategory activities={only === ALL ? activities : activities.filter(({ fund }) => fundKey(fund) === only)} book={book} />
      <MixCheck kind="category" setting="mix" shares={byCategory} names={CATEGORIES_ONCE} />
      <MixCheck
        kind="solution area"
        setting="areaMix"
        shares={byArea}
        names={byArea.map(({ name }) => name).filter((name) => name !== NOT_ATTRIBUTABLE)}
        without={NOT_ATTRIBUTABLE}
        canAdd
      />
    </>
  );
}

const ALL = 'all';

/** Readiness and Skilling are one category under two names. */
const CATEGORIES_ONCE = CATEGORIES.filter((category) => category !== 'Partner Readiness');

function describeNothing(funds: number): string {
  if (funds === 0)
    return "Bring in the earnings report from Partner Center to see where each fund's money is, and what lapses if nothing changes.";
  return `${funds === 1 ? 'The fund in this workbook has' : `The ${funds} funds in this workbook have`} no co-op above its threshold. See Funds for the reason.`;
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
