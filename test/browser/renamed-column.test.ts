import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAN } from '../../src/storage/planning/plan-table';
import { faultsInEveryLook } from '../support/looks';
import { planCell, tableCell } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** Somebody renames the column Budget of the plan, on the built add-in: $20,000.00, of which $6,500.00 are used. */
describe('a column that amounts depend on is renamed in the sheet', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ book: 'an activity above its cap' });
    await workbench.screen('Plan');
    await pane().getByLabel('As of').fill('2025-04-01');
  });
  afterAll(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const text = () => pane().getByRole('main').innerText();
  const rename = (name: string) => workbench.set(tableCell(PLAN.design, 0, 'Budget'), name);
  const part = (name: 'Activities' | 'Balance') => pane().getByRole('tab', { name }).click();

  it('Plan says that what is left is not known, and why', async () => {
    await expect.poll(text).toContain('$13,500.00 left');
    await rename('Our budget');
    await expect.poll(text).toContain('Left: not known');
    expect(await text()).toContain('The table CoopPlan no longer has the column "Budget".');
    expect(await text()).toContain("Until then, what is planned and what is left of the funds isn't known.");
    expect(await text()).not.toMatch(/13,500|No cost yet|Enter the cost/);
    expect(
      await pane()
        .getByRole('button', { name: /^Allocate/ })
        .count(),
    ).toBe(0);
    expect(await faultsInEveryLook(workbench, 'renamed-column-plan')).toEqual([]);
  });

  it('an activity saved meanwhile stays planned, and keeps its budget', async () => {
    await pane().getByRole('button', { name: 'Print advertising' }).first().click();
    await pane().getByRole('textbox', { name: 'Description' }).fill('In Boston');
    await pane().getByRole('button', { name: /^Save/ }).click();
    await expect.poll(() => workbench.text(planCell(2, 'Description'))).toEqual([['In Boston']]);
    expect(await workbench.text(planCell(2, 'Status'))).toEqual([['planned']]);
    expect(await workbench.text(planCell(2, 'Budget'))).toEqual([['700.00']]);
  });

  it('so do Balance and Today', async () => {
    await part('Balance');
    await pane().getByRole('heading', { name: "Balances aren't known" }).waitFor();
    expect(await text()).not.toMatch(/\$\d/);
    expect(await faultsInEveryLook(workbench, 'renamed-column-balance')).toEqual([]);
    await workbench.screen('Today');
    await expect.poll(text).toContain("what is left of the funds isn't known");
    expect(await text()).not.toMatch(/at risk|Plan \$/);
  });

  it('renamed back, all amounts are there again', async () => {
    await rename('Budget');
    await expect.poll(text).toMatch(/Plan \$13,500\.00/);
    await workbench.screen('Plan');
    await pane().getByRole('heading', { name: 'Balance', exact: true }).waitFor();
    await part('Activities');
    await expect.poll(text).toContain('$13,500.00 left');
  });
});
