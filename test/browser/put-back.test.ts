import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planCell, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Opening, type Workbench } from '../support/workbench';

/** Excel fails in the middle of a save, and then answers nothing for a while. */
describe('what could not be put back', () => {
  let workbench: Workbench;
  const openStopped = async (opening: Opening = {}): Promise<void> => {
    workbench = await openWorkbench({ ...opening, book: 'funds' });
    const ofFund = {
      Activity: 'Digital advertising',
      'Partner ID': '1234567',
      Program: 'Microsoft Commerce Incentives',
      'Fiscal half': 'FY25 H1',
      Start: '2025-04-01',
      End: '2025-04-30',
      Status: 'planned',
    };
    await writePlan(workbench, [
      { ...ofFund, Owner: 'Ana', Budget: 4000 },
      { ...ofFund, Owner: 'Ben', Budget: 900 },
    ]);
    await workbench.screen('Plan');
    await pane().getByLabel('As of').fill('2025-03-10');
    await pane()
      .getByRole('button', { name: /^Digital advertising/ })
      .first()
      .click();
    await field('Owner').fill('Dora');
    await field('Cost, USD').fill('4100');
    await attempt(true);
    await pane().getByRole('button', { name: 'Save', exact: true }).click();
    await left().waitFor();
  };
  afterEach(() => closeSound(workbench, /A failure that the test requested/));

  const pane = () => workbench.pane;
  const left = () => pane().getByRole('region', { name: "Some values couldn't be put back" });
  const field = (name: string) => pane().getByLabel(new RegExp(`^${name}\\*?$`));
  const attempt = (on: boolean): Promise<void> => workbench.attempt('Stop while writing', on);
  const budgets = async (): Promise<unknown[]> => [
    (await workbench.values(planCell(1, 'Budget')))[0]![0],
    (await workbench.values(planCell(2, 'Budget')))[0]![0],
  ];

  it('is named with its rows and former values, and put back once Excel answers again', async () => {
    await openStopped();
    expect(await budgets()).toEqual([4100, 900]);
    const said = await left().innerText();
    expect(said).toMatch(/Check row 1 of CoopPlan/);
    await left().getByText('Former values', { exact: true }).click();
    expect(await left().getByRole('region', { name: 'Former rows of CoopPlan' }).innerText()).toMatch(/Ana[\s\S]*4000/);
    await left().getByRole('button', { name: 'Put back' }).click();
    await expect.poll(() => left().getByRole('status').innerText()).not.toBe('');
    await attempt(false);
    await left().getByRole('button', { name: 'Put back' }).click();
    await left().waitFor({ state: 'detached' });
    expect(await budgets()).toEqual([4000, 900]);
    expect(await workbench.text(planCell(1, 'Owner'))).toEqual([['Ana']]);
    expect(await field('Owner').inputValue()).toBe('Dora');
  });

  it('asks before it takes back what someone has changed since', async () => {
    await openStopped();
    await attempt(false);
    await workbench.set(planCell(1, 'Budget'), 5000);
    await left().getByRole('button', { name: 'Put back' }).click();
    await left().getByText('These tables have been changed since.').waitFor();
    expect(await budgets()).toEqual([5000, 900]);
    await left().getByRole('button', { name: 'Put back and lose those changes' }).click();
    await left().waitFor({ state: 'detached' });
    expect(await budgets()).toEqual([4000, 900]);
  });

  it('is let go of when someone leaves it as it is', async () => {
    await openStopped();
    await attempt(false);
    await left().getByRole('button', { name: 'Leave as is' }).click();
    await left().waitFor({ state: 'detached' });
    expect(await budgets()).toEqual([4100, 900]);
  });

  it('looks sound to everyone', async () => {
    await openStopped({ height: 1200 });
    await left().getByText('Former values', { exact: true }).click();
    expect(await faultsInEveryLook(workbench, 'put-back')).toEqual([]);
  });
});
