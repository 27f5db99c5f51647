import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { writePlan } from '../support/tables-in-sheet';
import { chooseReport, writeReport } from '../support/report-in-pane';
import { SAMPLE_TEXT } from '../support/report-files';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** The pane at its narrowest, in every look, for everybody. */
describe('the pane, 320 px', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.widen(320);
  });
  afterAll(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const isSound = async (what: string): Promise<void> =>
    expect(await faultsInEveryLook(workbench, `pane-${what}`, [320]), what).toEqual([]);

  it('Functions, with the first steps and a function open', async () => {
    await workbench.screen('Functions');
    await pane()
      .getByRole('button', { name: /^COOP\.SPLIT/ })
      .click();
    await pane().getByText('optional arguments').click();
    await isSound('functions');
  });

  it('Explain, on a nested formula and on an error', async () => {
    await workbench.set(
      'Examples!M2',
      '=COOP.SPLIT(COOP.EARN(10000,"Azure CSP Customer Adds","2024-11-15"),"both","2024-11-15","Azure CSP Customer Adds")',
    );
    await workbench.select('Examples!M2');
    await workbench.screen('Explain');
    await pane()
      .getByRole('region', { name: /COOP\.SPLIT/ })
      .waitFor();
    await isSound('explain');
    await workbench.set('Examples!M3', '=COOP.DEADLINE("H1")');
    await workbench.select('Examples!M3');
    await pane().getByText('#VALUE!').last().waitFor();
    await isSound('explain-error');
  });

  it('Rules, with a topic and the disagreements open', async () => {
    await workbench.screen('Rules');
    for (const topic of [/^Thresholds/, /^Deadlines/, /^Where sources disagree/]) await pane().getByRole('button', { name: topic }).click();
    await isSound('rules');
  });

  it('Plan, without funds', async () => {
    await workbench.screen('Plan');
    await pane().getByRole('heading', { name: 'No funds to plan with yet' }).waitFor();
    await isSound('plan-empty');
  });

  it('Funds, empty, with a report before it is written, and with its funds', async () => {
    await workbench.screen('Funds');
    await isSound('funds-empty');
    await pane().getByRole('button', { name: 'Bring in a report' }).click();
    await isSound('funds-import');
    await chooseReport(workbench, `${SAMPLE_TEXT.trim()}\n,,\nx,1234567,MPN\n`);
    await pane().getByRole('checkbox', { name: 'Also keep the individual rows' }).click();
    await isSound('funds-preview');
    await writeReport(workbench);
    await isSound('funds-written');
    await pane().getByLabel('As of').fill('2024-12-10');
    await pane().getByText('As a table').click();
    await isSound('funds');
    await pane().getByRole('button', { name: 'Create an Excel chart' }).click();
    await pane().getByText('The chart is on its own sheet.').waitFor();
    await isSound('funds-chart');
    await pane()
      .getByRole('button', { name: /explain co-op of/ })
      .first()
      .click();
    await pane()
      .getByRole('heading', { name: /^Co-op of/ })
      .waitFor();
    await isSound('explain-number');
    await workbench.screen('Funds');
    await pane()
      .getByRole('button', { name: /explain all co-op in/ })
      .first()
      .click();
    await pane().getByText('Source rows').waitFor();
    await isSound('explain-total');
  });

  it('Today, with things to do, and kept in the workbook', async () => {
    await workbench.screen('Today');
    await pane().getByLabel('As of').fill('2025-05-01');
    await pane().getByText('Plan $10,020.00').waitFor();
    await pane().getByRole('button', { name: 'Add this list to the workbook' }).click();
    await pane()
      .getByText(/is in the table CoopToday/)
      .waitFor();
    await isSound('today');
    await pane().getByLabel('As of').fill('2026-12-01');
    await pane().getByRole('heading', { name: 'Bring in a newer earnings report' }).waitFor();
    await isSound('today-old');
    await pane().getByLabel('As of').fill('2025-05-01');
  });

  it('Balance, with all that opens open', async () => {
    const ofFund = { 'Partner ID': '1234567', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1', Start: '2025-05-05' };
    await writePlan(workbench, [
      { ...ofFund, ID: 'A-AAAAAA', Status: 'done', Activity: 'Digital advertising', Budget: 2500, Actual: 2600.5 },
      { ...ofFund, ID: 'A-BBBBBB', Status: 'planned', Activity: 'Telemarketing', Budget: 9000 },
    ]);
    await workbench.screen('Plan');
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await pane().getByRole('button', { name: 'Over', exact: true }).click();
    await pane().getByText('Budget vs. actual').click();
    await pane().getByText('Target mix by category').click();
    await isSound('balance');
  });

  it('leaves the corner free that Office covers', async () => {
    const free = await pane()
      .locator('html')
      .evaluate((html) => {
        const tabs = [...html.querySelectorAll('header [role=tab], header button')].map((element) => element.getBoundingClientRect().right);
        return html.clientWidth - Math.max(...tabs);
      });
    expect(free).toBeGreaterThanOrEqual(34);
  });
});

describe('the pane zoomed to 200 %', () => {
  let workbench: Workbench | undefined;
  afterAll(() => workbench?.close());

  it.each(['Today', 'Funds', 'Plan', 'Claims', 'Program', 'Functions', 'Explain', 'Rules'] as const)(
    '%s needs no scrolling sideways',
    async (screen) => {
      workbench ??= await openWorkbench();
      const { pane } = workbench;
      // 320 px seen at 200 %
      await workbench.widen(160);
      await workbench.set('Examples!M2', '=COOP.SPLIT(COOP.EARN(10000,"Azure CSP Customer Adds","2024-11-15"))');
      await workbench.select('Examples!M2');
      await workbench.screen(screen);
      if (screen === 'Functions') await pane.getByRole('button', { name: /^COOP\.SPLIT/ }).click();
      if (screen === 'Explain') await pane.getByRole('region', { name: /COOP\.SPLIT/ }).waitFor();
      if (screen === 'Rules') await pane.getByRole('button', { name: /^Thresholds/ }).click();
      await workbench.still();
      const cut = await pane.locator('main').evaluate((main) => {
        // A search field's button to clear it waits beyond its edge until there is something to clear.
        const seen = [main, ...main.querySelectorAll('*')].filter((element) => !element.closest('[aria-label=clear]'));
        const wide = seen.filter(
          (element) =>
            element.getBoundingClientRect().right > main.getBoundingClientRect().right + 1 && !element.closest('[role=group][tabindex]'),
        );
        return [
          main.ownerDocument.documentElement.scrollLeft,
          main.scrollWidth - main.clientWidth,
          ...wide.map((element) => element.outerHTML.slice(0, 120)),
        ];
      });
      expect(cut).toEqual([0, 0]);
    },
  );
});

describe('the pane by keyboard alone', () => {
  let workbench: Workbench | undefined;
  afterAll(() => workbench?.close());

  it('inserts a function, and reads its explanation', async () => {
    workbench = await openWorkbench();
    const { pane, page } = workbench;
    await workbench.screen('Functions');
    await workbench.select('Examples!M2');
    await pane.getByRole('tab', { name: 'Functions' }).focus();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => pane.locator(':focus').first();
    const tabUntil = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        const text = await focused().evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '');
        if (name.test(text)) return;
        await press('Tab');
      }
      throw new Error(`Tab does not reach ${String(name)}`);
    };
    await tabUntil(/^Search functions$/);
    await page.keyboard.type('deadline');
    await pane.getByRole('button', { name: /^COOP\.DEADLINE/ }).waitFor();
    await tabUntil(/^COOP\.DEADLINE/);
    await press('Enter');
    await pane.getByRole('button', { name: 'Insert', exact: true }).waitFor();
    await tabUntil(/^Insert$/);
    await press('Enter');
    await pane.getByText('Inserted in M2.').waitFor();
    expect(await workbench.text('Examples!M2')).toEqual([['2024-08-15']]);
    await pane.getByRole('tab', { name: 'Functions' }).focus();
    await tabUntil(/^More screens$/);
    await press('Enter');
    await pane.getByRole('menuitem', { name: 'Explain' }).waitFor();
    while (!/Explain/.test((await focused().textContent()) ?? '')) await press('ArrowDown');
    await press('Enter');
    await pane.getByRole('heading', { name: 'Examples M2' }).waitFor();
  });
});
