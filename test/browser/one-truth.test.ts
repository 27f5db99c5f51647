import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startExcel } from '../support/excel-without-pane';
import { isFullLaw, share } from '../support/laws';
import { daysToLookFrom, workbookOf } from '../support/one-truth';
import { figuresOn, reportedOf, STAGES, type Figures, type Given } from '../support/one-truth-reference';
import {
  ACTIVITY_CARD,
  BALANCE_ALWAYS,
  BALANCE_CARD,
  BUDGET_ROW,
  CLAIM_CARD,
  CLAIM_PAGE,
  CLAIM_PACK,
  DUE,
  FUND_ALWAYS,
  FUND_CARD,
  HALF,
  OVERVIEW,
  PLAN_GROUP,
  SCREEN,
  TO_DO,
  type ActivityOn,
  type ClaimOn,
  type FundOn,
} from '../support/one-truth-screens';
import { readScreen, unfold, type Place } from '../support/read-screen';
import { faultsIn, fits, readAll, type Known } from '../support/screen-words';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';
import { writeGiven } from '../support/write-given';

/** Workbooks with money in use, and claims of most statuses. */
const SEEDS = [114, 95, 7, 8, 0];
const DAYS = 6;

/** What the pane's screens say of funds, activities, and claims, held to the reference that the sheet and the planner are held to. */
describe('one truth on the screens', () => {
  const excel = startExcel();
  let workbench: Workbench | undefined;
  afterAll(() => closeSound(workbench));

  describe.each(isFullLaw ? SEEDS : SEEDS.slice(0, 1))('workbook %i', (seed) => {
    const given = workbookOf(seed);
    beforeAll(async () => {
      await excel.clear();
      await writeGiven(given, seed % 2 === 0, excel);
      await excel.workbench().settle();
      const bytes = await excel.workbench().save();
      workbench ??= await openWorkbench({ book: 'one fund' });
      await workbench.openFile('one-truth.xlsx', Buffer.from(bytes));
    });

    it.each(share(daysToLookFrom(seed, DAYS), 'days on screens', 2))('says the same on %s', async (asOf) => {
      const figures = figuresOn(given, asOf);
      const faults = await faultsOn(workbench!, given, figures, asOf);
      expect(faults).toEqual([]);
    });
  });
});

async function faultsOn(workbench: Workbench, given: Given, figures: Figures, asOf: string): Promise<string[]> {
  const faults: string[] = [];
  const { pane } = workbench;
  const hold = <F>(screen: string, place: Place, known: readonly Known<F>[], facts: F, always: readonly string[] = []): void => {
    const seen = new Set<string>();
    const found = faultsIn(place, known, facts, seen);
    const missing = always.filter((words) => !seen.has(words)).map((words) => `not shown: ${words}`);
    faults.push(...[...found, ...missing].map((fault) => `${screen}, ${place.kind} ${place.title}: ${fault}`));
  };
  const note = (where: string, actual: unknown, wanted: unknown): void => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
    if (a !== b) faults.push(`${where}: ${a} is to be ${b}`);
  };
  const ofKind = (places: readonly Place[], ...kinds: string[]): Place[] => places.filter(({ kind }) => kinds.includes(kind));

  const fundOn = (key: string): FundOn => {
    const { coop = {}, rebate = {}, typed } = given.funds.find(({ partnerId, half }) => `${partnerId} ${half}` === key) ?? {};
    return {
      asOf,
      key,
      fund: figures.funds.get(key)!,
      tried: figures.tried,
      reported: typed === undefined ? null : reportedOf({ coop }),
      earnings: Object.keys(coop).length + Object.keys(rebate).length,
    };
  };
  const activityOn = (id: string): ActivityOn => {
    const activity = given.activities.find((candidate) => candidate.id === id)!;
    const claims = given.claims.filter(({ activityId }) => activityId === id).map((claim) => figures.claims.get(claim.id)!);
    const fund = figures.funds.get(`${activity.partnerId} ${activity.half}`) ?? null;
    return { asOf, given: activity, figures: figures.activities.get(id)!, fund, claims };
  };
  const claimOn = (id: string): ClaimOn => {
    const claim = given.claims.find((candidate) => candidate.id === id)!;
    const claimed = figures.claims.get(id)!;
    return {
      asOf,
      given: claim,
      figures: claimed,
      fund: figures.funds.get(claimed.fund) ?? null,
      others: given.claims.filter((other) => other !== claim),
    };
  };
  const keyIn = (half: string, partnerId: string): string => `${partnerId} ${/FY\d\d H[12]/.exec(half)![0]}`;
  const keys = [...figures.funds.keys()];
  const sorted = (values: readonly string[]): string[] => [...values].sort();

  await workbench.screen('Funds');
  await pane.getByLabel('As of').fill(asOf);
  await workbench.still();
  await unfold(workbench);
  const funds = await readScreen(workbench, { half: 'section[aria-labelledby^=half-]', fund: 'article' });
  const cards: string[] = [];
  let half = '';
  const inOrder = await pane
    .locator('section[aria-labelledby^=half-]')
    .evaluateAll((sections) =>
      sections.map(
        (section) =>
          [section.querySelector('h2')!.innerText, [...section.querySelectorAll('h3')].map(({ innerText }) => innerText)] as const,
      ),
    );
  const cardKeys = inOrder.flatMap(([title, partners]) => partners.map((partner) => keyIn(title, partner)));
  for (const [index, place] of ofKind(funds, 'fund').entries()) {
    cards.push(cardKeys[index]!);
    hold('Funds', place, FUND_CARD, fundOn(cardKeys[index]!), FUND_ALWAYS);
  }
  note('Funds, cards', sorted(cards), sorted(keys));
  for (const place of ofKind(funds, 'half')) {
    half = /FY\d\d H[12]/.exec(place.title)![0];
    hold('Funds', place, HALF, { funds: keys.filter((key) => key.endsWith(half)).map((key) => figures.funds.get(key)!) });
  }
  for (const place of ofKind(funds, 'Overview of funds', 'Overview of closed halves')) {
    const on = fundOn(
      keyIn(
        place.lines.find((line) => line.startsWith('Earned '))!,
        place.lines[0]!,
      ),
    );
    hold('Funds', place, OVERVIEW, on, ['Co-op: {usd}', 'Left: {usd}']);
    note(`Funds, overview ${on.key}, status`, place.lines[1]!.toLowerCase(), on.fund.status);
  }
  for (const place of ofKind(funds, 'Table of co-op by month and lever')) {
    const month = monthOf(place.title);
    const sum = given.funds.reduce((cents, { coop }) => cents + (coop[month] ?? 0), 0);
    hold('Funds', { ...place, lines: place.lines.slice(1) }, [['Core: {usd}', () => [sum]]], null);
  }
  for (const place of ofKind(funds, 'screen')) hold('Funds', place, SCREEN, { asOf });

  await workbench.screen('Plan');
  await pane.getByRole('tab', { name: 'Activities' }).click();
  await unfold(workbench);
  const plan = await readScreen(workbench, { group: 'section:has(> div > h2)', activity: 'li[id^=activity-]' });
  for (const place of ofKind(plan, 'group')) {
    const [, name = '', partner = ''] = /(FY\d\d H[12]) · (\d{7})/.exec(place.title) ?? [];
    const on = fundOn(`${partner} ${name}`);
    // without a fund there is nothing to say of it
    hold('Plan', place, on.fund ? PLAN_GROUP : PLAN_GROUP.slice(0, -1), on, on.fund ? ['{usd} left'] : []);
  }
  const activities = ofKind(plan, 'activity');
  for (const place of activities)
    hold('Plan', place, ACTIVITY_CARD, activityOn(place.title.slice(-8)), ['{day} to {day}', 'Status: {any}']);
  note('Plan, activities', sorted(activities.map(({ title }) => title.slice(-8))), sorted(given.activities.map(({ id }) => id)));
  for (const place of ofKind(plan, 'screen')) hold('Plan', place, SCREEN, { asOf });

  await pane.getByRole('tab', { name: 'Balance' }).click();
  await workbench.still();
  await unfold(workbench);
  const balance = await readScreen(workbench, { fund: 'article', lapse: '[aria-labelledby=lapse-radar] ol > li' });
  const inBalance = keys.filter((key) => {
    const { above, parts } = figures.funds.get(key)!;
    return above !== 0 || STAGES.some((stage) => parts[stage].length > 0);
  });
  note('Balance, cards', sorted(ofKind(balance, 'fund').map(({ lines }) => keyOfTitle(lines))), sorted(inBalance));
  for (const place of ofKind(balance, 'fund')) {
    const on = fundOn(keyOfTitle(place.lines));
    hold('Balance', place, BALANCE_CARD, on, BALANCE_ALWAYS);
    for (const stage of STAGES) {
      const shown = place.lines.filter((line) => line.startsWith(`Included in ${stage}: `)).map((line) => readAll('usd', line)[0] ?? null);
      note(`Balance, ${on.key}, included in ${stage}`, sorted(shown.map(String)), sorted(on.fund.parts[stage].map(String)));
    }
  }
  for (const place of ofKind(balance, 'Budget vs. actual')) hold('Balance', place, BUDGET_ROW, activityOn(place.title.slice(-8)));
  // what lapses on which day
  const lapses = inBalance.flatMap((key) => {
    const { stage, covered, free, usageEnd, claimDeadline, resolutionDeadline } = figures.funds.get(key)!;
    return (
      [
        [['not begun', 'earning', 'usage'].includes(stage) ? usageEnd : claimDeadline, free],
        [claimDeadline, covered.planned + covered.committed],
        [claimDeadline, covered.spent],
        [resolutionDeadline, asOf > resolutionDeadline ? 0 : covered.claimed],
      ] as const
    ).flatMap(([day, amount]) => (amount > 0 ? [`${key} ${day} ${amount}`] : []));
  });
  const shownLapses = ofKind(balance, 'lapse').map(({ lines }) => {
    const text = lines.join('\n');
    return `${String(readAll('fund', text)[0])} ${String(readAll('day', text)[0])} ${String(readAll('usd', text)[0])}`;
  });
  note('Balance, what lapses', sorted(shownLapses), sorted(lapses));
  const used = inBalance
    .flatMap((key) => STAGES.flatMap((stage) => figures.funds.get(key)!.parts[stage]))
    .reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
  for (const name of ['By category', 'By activity']) {
    const rows = ofKind(balance, name);
    if (rows.length > 0)
      note(
        `Balance, ${name}`,
        rows.reduce((sum, { lines }) => sum + Number(readAll('usd', lines.join('\n'))[0] ?? 0), 0),
        used,
      );
  }
  for (const place of ofKind(balance, 'screen')) hold('Balance', place, SCREEN, { asOf });

  await workbench.screen('Claims');
  const list = await readScreen(workbench, { claim: 'article' });
  note('Claims, cards', sorted(ofKind(list, 'claim').map(({ title }) => title.slice(-8))), sorted(given.claims.map(({ id }) => id)));
  for (const place of ofKind(list, 'claim')) hold('Claims', place, CLAIM_CARD, claimOn(place.title.slice(-8)), ['Status: {any}']);
  for (const place of ofKind(list, 'screen')) hold('Claims', place, SCREEN, { asOf });
  for (const { id } of given.claims) {
    await pane.locator(`#open-${id}`).click();
    await pane.locator('h2#claim').waitFor();
    await unfold(workbench);
    for (const place of await readScreen(workbench, {})) hold('Claim', { ...place, title: id }, CLAIM_PAGE, claimOn(id), ['Status: {any}']);
    await pane.getByRole('button', { name: 'Claim pack', exact: true }).click();
    await pane.locator('#claim-pack').waitFor();
    for (const place of await readScreen(workbench, {}))
      hold('Claim pack', { ...place, title: id }, CLAIM_PACK, claimOn(id), ['Status: {any}']);
    await pane.getByRole('button', { name: '← Claim' }).click();
    await pane.getByRole('button', { name: '← Claims' }).click();
    await pane.locator(`#open-${id}`).waitFor();
  }

  await workbench.screen('Today');
  await unfold(workbench);
  const today = await readScreen(workbench, { item: 'li:has(> h3)' });
  const atRisk = new Map<string, number>();
  for (const place of ofKind(today, 'item')) {
    const text = place.lines.join('\n');
    const [claimId] = readAll('claim', text) as string[];
    const [activityId] = readAll('activity', text) as string[];
    const claim = claimId ? claimOn(claimId) : null;
    const activity = activityId ? activityOn(activityId) : null;
    const named = readAll('fund', text)[0] as string | undefined;
    const key =
      claim?.figures.fund ??
      (activity && activity.given.half !== '' ? `${activity.given.partnerId} ${activity.given.half}` : (named ?? ''));
    const amount = Number(readAll('usd', place.lines.find((line) => line.endsWith(' at risk')) ?? '')[0] ?? 0);
    atRisk.set(key, (atRisk.get(key) ?? 0) + amount);
    const itsActivity = claim && given.activities.find(({ id }) => id === claim.given.activityId);
    const claimed = itsActivity ? activityOn(itsActivity.id) : null;
    const on = { asOf, fund: figures.funds.get(key) ?? null, key, activity, claim, claimed, figures, atRisk: amount };
    hold('Today', place, TO_DO, on);
    const [, due] = DUE.find(([words]) => place.lines.some((line) => fits(words, line))) ?? [];
    const shownDue = place.lines
      .map((line) => /^([A-Z][a-z]{2} \d+, \d{4}), (?:in|today|tomorrow|yesterday|\d)/.exec(line)?.[1])
      .find((day) => day !== undefined);
    note(`Today, ${place.title}, due and at risk`, [shownDue ? readAll('day', shownDue)[0] : null, amount], due?.(on) ?? 'not known');
  }
  for (const [key, amount] of atRisk)
    if (amount > (figures.funds.get(key)?.atRisk ?? 0))
      faults.push(`Today, ${key}: more at risk than ${figures.funds.get(key)?.atRisk}: ${amount}`);
  for (const place of ofKind(today, 'screen')) hold('Today', place, SCREEN, { asOf });
  return faults;
}

const keyOfTitle = (lines: readonly string[]): string => String(readAll('fund', lines.join('\n'))[0]);

/** Mar 2025 */
function monthOf(text: string): string {
  const [name = '', year = ''] = text.split(' ');
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(name.slice(0, 3)) + 1;
  return `${year}-${String(month).padStart(2, '0')}`;
}
