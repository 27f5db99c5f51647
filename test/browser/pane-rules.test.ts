import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** Which rules there are, and the workbook's own. */
describe('the Rules screen', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.screen('Rules');
    await workbench.pane.getByRole('searchbox', { name: 'Search rules' }).waitFor();
  });
  afterAll(() => workbench?.close());

  const pane = () => workbench.pane;

  it('brings a table for the first pack, which counts at once, and undoes both in one step', async () => {
    await workbench.set('Examples!M4', '=COOP.EARNRATE("D365: Core","2026-12-01")');
    expect(await workbench.text('Examples!M4')).toEqual([['#N/A']]);
    await pane().getByRole('button', { name: 'Use in this workbook: FY27 as reported' }).click();
    await expect.poll(() => workbench.values('Examples!M4')).toEqual([[0]]);
    expect(await workbench.text("'Co-op rules'!A4:B4")).toEqual([['Rule', 'Program']]);
    await pane().getByRole('button', { name: 'Undo' }).click();
    await pane().getByText('Undone: FY27 as reported is not used.').waitFor();
    await expect.poll(() => workbench.text('Examples!M4')).toEqual([['#N/A']]);
    await pane().getByRole('button', { name: 'Add a rules table' }).waitFor();
    await pane().getByRole('button', { name: 'Close' }).click();
  });

  it('begins with how current the rules are, and each topic and what to check at a click', async () => {
    await pane()
      .getByText(/^Built-in earning rates end on Jun 30, 2025\. For other topics, the newest confirmations are from Oct 31, 2024/)
      .waitFor();
    expect(await pane().getByRole('region', { name: 'Earning rates' }).isVisible()).toBe(false);
    await pane().getByText('By topic, and what to check').click();
    const rates = pane().getByRole('region', { name: 'Earning rates' });
    await rates.waitFor();
    expect(await rates.innerText()).toMatch(
      /Last confirmed Jun 30, 2025 \(a distributor\): 14 levers\n[\s\S]*Later dates get no rate[\s\S]*Check: /,
    );
    expect(await faultsInEveryLook(workbench, 'how-current')).toEqual([]);
  });

  it('shows rules by topic, each with its first day, its standing and its source', async () => {
    await pane()
      .getByRole('button', { name: /^Thresholds/ })
      .click();
    const rule = pane().getByRole('article').filter({ hasText: 'exceed $4,000' }).first();
    expect(await rule.innerText()).toMatch(
      /CSP Direct Bill Partner[\s\S]*From Jan 1, 2020 through Jun 30, 2021[\s\S]*From a distributor[\s\S]*November 14, 2019/,
    );
  });

  it('shows only what is in force on a day', async () => {
    await pane().getByLabel('In force on').fill('2022-03-01');
    await expect
      .poll(() =>
        pane()
          .getByText(/rules in force on Mar 1, 2022/)
          .count(),
      )
      .toBe(1);
    expect(await pane().getByRole('article').filter({ hasText: 'exceed $4,000' }).count()).toBe(0);
    await pane().getByRole('button', { name: 'All dates' }).click();
  });

  it('searches rules and disagreements alike', async () => {
    await pane().getByRole('searchbox', { name: 'Search rules' }).fill('february');
    await pane().getByRole('heading', { name: 'The last day to claim' }).waitFor();
    expect(await pane().getByRole('article').filter({ hasText: 'The last day to claim' }).first().innerText()).toMatch(
      /How we read it: February 15 and August 15/,
    );
    await pane().getByRole('searchbox', { name: 'Search rules' }).fill('xyzzy');
    await pane().getByText('No rules match "xyzzy".').waitFor();
    await pane().getByRole('searchbox', { name: 'Search rules' }).fill('');
  });

  it('makes a table for own rules, and cells follow what is written there', async () => {
    await workbench.set('Examples!M2', '=COOP.SPLIT(1000,"co-op")');
    expect(await workbench.values('Examples!M2')).toEqual([[400]]);
    await pane().getByRole('button', { name: 'Add a rules table' }).click();
    await pane()
      .getByText(/The table is empty/)
      .waitFor();
    expect(await workbench.text("'Co-op rules'!A4:F4")).toEqual([['Rule', 'Program', 'Lever', 'From', 'Value', 'Note']]);
    await workbench.set("'Co-op rules'!D5", '2025-07-01');
    await workbench.set("'Co-op rules'!E5", 0.5);
    await workbench.set("'Co-op rules'!A5", 'split');
    await expect.poll(() => workbench.values('Examples!M2')).toEqual([[500]]);
    await pane().getByRole('button', { name: 'Refresh' }).click();
    await pane().getByText('50% of an earning is co-op; the rest is rebate').waitFor();
  });

  it('reports a bad row and keeps the others; cells refuse what it could be about, and nothing else', async () => {
    await workbench.set('Examples!M3', '=COOP.SPLIT(1000,"co-op","2025-06-30")');
    await workbench.set("'Co-op rules'!D6", '2025-07-01');
    await workbench.set("'Co-op rules'!E6", 60);
    await workbench.set("'Co-op rules'!A6", 'split');
    await pane()
      .getByText(/Row 2 of CoopRules isn't used/)
      .first()
      .waitFor();
    await expect.poll(() => workbench.text('Examples!M2')).toEqual([['#VALUE!']]);
    expect(await workbench.values('Examples!M3')).toEqual([[400]]);
    await workbench.select('Examples!M2');
    await workbench.screen('Explain');
    await pane()
      .getByText(/Row 2 of CoopRules: Value: 60 /)
      .first()
      .waitFor();
    await workbench.screen('Rules');
  });

  it('takes a cap, which COOP.CAP and Explain follow', async () => {
    await workbench.set('Examples!M5', '=COOP.CAP("Customer offers",32400,,"2026-12-01")');
    expect(await workbench.values('Examples!M5')).toEqual([[8100]]);
    expect(await workbench.text("'Co-op rules'!G4:P4")).toEqual([
      ['Check', 'To', 'Grade', 'Source', 'Pack', 'Activity', 'Category', 'Expenses', 'Proof', 'Checked'],
    ]);
    await workbench.set("'Co-op rules'!D7", '2026-07-01');
    await workbench.set("'Co-op rules'!E7", '30%');
    await workbench.set("'Co-op rules'!L7", 'Customer offers');
    await workbench.set("'Co-op rules'!A7", 'cap');
    await expect.poll(() => workbench.values('Examples!M5')).toEqual([[9720]]);
    await workbench.select('Examples!M5');
    await workbench.screen('Explain');
    await pane().getByText('At most 30% of the co-op earned').waitFor();
    await pane().getByText('This workbook', { exact: true }).first().waitFor();
    await workbench.screen('Rules');
    await pane().getByText('2 rows used, 1 not used.').waitFor();
    await pane().getByText('What to write in the table').click();
    expect(await faultsInEveryLook(workbench, 'own-rules')).toEqual([]);
  });

  it('writes beside each row what was found in it, which is never shown of a row or a table that has changed since', async () => {
    const checks = () => workbench.text("'Co-op rules'!G5:G8").then((rows) => rows.flat());
    const never = 'Not checked. Check it in the pane, under Rules.';
    expect(await checks()).toEqual([never, never, never, '']);
    await pane().getByRole('button', { name: 'Check in the sheet' }).click();
    await pane().getByText('Checked the rows of CoopRules. Check says what was found in each.').waitFor();
    const [ok, bad, cap] = await checks();
    expect(ok).toBe('OK: 50% of an earning is co-op; the rest is rebate.');
    expect(bad).toMatch(/^Not used: Value: 60 /);
    expect(cap).toMatch(/^OK: /);
    await workbench.set("'Co-op rules'!E7", '35%');
    await expect
      .poll(checks)
      .toEqual([
        'OK when it was checked, but other rows have changed. Check again in the pane, under Rules.',
        bad,
        'Changed since it was checked. Check it again in the pane, under Rules.',
        '',
      ]);
    await workbench.set("'Co-op rules'!E7", '30%');
    await expect.poll(checks).toEqual([ok, bad, cap, '']);
  });

  it('uses a pack of reported rates at a click, marks it wherever it shows, and takes it out again', async () => {
    await workbench.set('Examples!M3', '=COOP.EARNRATE("D365: Core","2026-12-01")');
    expect(await workbench.text('Examples!M3')).toEqual([['#N/A']]);
    await pane().getByRole('button', { name: 'Use in this workbook: FY27 as reported' }).click();
    await pane().getByText('This workbook uses FY27 as reported. Its rates are not verified.').waitFor();
    await expect.poll(() => workbench.values('Examples!M3')).toEqual([[0]]);
    await pane()
      .getByText(/FY27 as reported: Channel research naming three distributors \(secondary\) · reported, not verified/)
      .first()
      .waitFor();
    expect(await faultsInEveryLook(workbench, 'rule-packs')).toEqual([]);
    await workbench.select('Examples!M3');
    await workbench.screen('Explain');
    await pane().getByText('Reported, not verified').waitFor();
    await workbench.screen('Rules');
    await pane().getByRole('button', { name: 'Take out FY27 as reported' }).click();
    await expect.poll(() => workbench.text('Examples!M3')).toEqual([['#N/A']]);
    await pane().getByRole('button', { name: 'Undo' }).click();
    await pane().getByText('Undone: this workbook uses FY27 as reported again.').waitFor();
    await expect.poll(() => workbench.values('Examples!M3')).toEqual([[0]]);
    await pane().getByRole('button', { name: 'Take out FY27 as reported' }).click();
    await pane().getByText('Took FY27 as reported out of this workbook.').waitFor();
  });

  it('brings rows to fill in from one’s own guide, and takes them back', async () => {
    await pane().getByRole('button', { name: 'Add rows to fill in' }).click();
    await pane()
      .getByText(/rows to fill in are in CoopRules/)
      .waitFor();
    await pane()
      .getByText(/2 rows used, 1 not used, \d+ to fill in\./)
      .waitFor();
    await pane().getByRole('button', { name: 'Undo' }).click();
    await pane().getByText('Undone: the rows to fill in are out of CoopRules.').waitFor();
    await pane().getByText('2 rows used, 1 not used.').waitFor();
  });

  it('checks rules of a file before it adds them, and gives away its own', async () => {
    await pane().getByText('Rules as a file').click();
    await pane()
      .getByRole('textbox', { name: 'Rules as text, starting with the header' })
      .fill('Rule,From,Value,Activity\ncap,2026-07-01,45%,On-site champ\ncap,2026-07-01,0,Customer offers');
    await pane()
      .getByText(/a cap is above zero/)
      .waitFor();
    expect(await faultsInEveryLook(workbench, 'rules-file')).toEqual([]);
    await pane().getByRole('button', { name: 'Add 2 rows' }).click();
    await pane().getByText('Added the rules to CoopRules.').waitFor();
    await pane().getByText('3 rows used, 2 not used.').waitFor();
    await pane().getByRole('button', { name: 'Undo' }).click();
    await pane().getByText('2 rows used, 1 not used.').waitFor();
    await pane().getByRole('button', { name: 'Export these rules' }).click();
    // without the mark, Excel reads a dash in a lever's name by the code page of the machine
    const file = await pane().getByRole('link', { name: 'Download co-op-rules.csv' }).getAttribute('href');
    expect(file).toMatch(/^data:text\/csv;charset=utf-8,%EF%BB%BFRule%2CProgram%2C/);
  });

  it('says calmly that the table is gone', async () => {
    await workbench.attempt('Cell-edit mode', true);
    await pane().getByRole('button', { name: 'Refresh' }).click();
    await pane()
      .getByText(/A cell is being edited/)
      .waitFor();
    await workbench.attempt('Cell-edit mode', false);
    await pane().getByRole('button', { name: 'Try again' }).click();
    await pane().getByText('50% of an earning is co-op; the rest is rebate').waitFor();
  });

  it('did all that without a call the workbench lacks, or a breach of its policy', async () => {
    expect(await workbench.unknownCalls()).toEqual([]);
    expect(workbench.violations).toEqual([]);
  });
});
