import type { FrameLocator, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Workbench } from './workbench';

/** What a person does on the Plan screen, of the workbench that a story has by then, in its pane or somebody else's. */
export function planInPane(workbench: () => Workbench, pane: () => FrameLocator = () => workbench().pane) {
  const button = (name: string | RegExp) => pane().getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  /** The label of a required field ends with a star. */
  const field = (name: string, within: Pick<Locator, 'getByLabel'> = pane()) =>
    within.getByLabel(new RegExp(`^${name.replace(/[()]/g, '.')}\\*?$`));
  const box = (name: string) => pane().getByRole('combobox', { name });
  const main = () => pane().locator('main').innerText();
  const group = (name: string) => pane().getByRole('region', { name });
  const card = (name: string): Locator =>
    pane()
      .getByRole('listitem')
      .filter({ has: pane().getByRole('button', { name, exact: true }) });
  const lookFrom = (day: string): Promise<void> => pane().getByLabel('As of').fill(day);
  const openPlan = async (asOf: string): Promise<void> => {
    await workbench().screen('Plan');
    await lookFrom(asOf);
  };
  /** Chooses what is wanted from a list by what is typed. */
  const pick = async (list: Locator, typed: string, wanted: string): Promise<void> => {
    await list.click();
    await list.press('Control+a');
    await list.pressSequentially(typed);
    await pane().getByRole('option', { name: wanted, exact: true }).click();
    await expect.poll(() => list.inputValue()).toBe(wanted);
  };
  const choose = (activity: string, list = box('Activity')): Promise<void> => pick(list, activity.slice(0, 10), activity);
  const chooseFund = async (partnerId: string): Promise<void> => {
    const label = await box('Fund').locator('option', { hasText: partnerId }).innerText();
    await box('Fund').selectOption({ label });
  };
  const days = async (start: string, end = '', within?: Locator): Promise<void> => {
    await field('Start date', within).fill(start);
    await field('End date', within).fill(end);
  };
  const save = async (name: 'Save' | 'Save as draft' = 'Save'): Promise<void> => {
    await button(name).click();
    await pane().getByText('Saved "').waitFor();
  };
  /** Adds an activity with one budget. */
  const add = async (activity: string, start: string, end: string, budget: string): Promise<void> => {
    await button('Add activity').click();
    await choose(activity);
    await days(start, end);
    await field('Cost, USD').fill(budget);
    await save();
  };
  return { pane, button, field, box, main, group, card, lookFrom, openPlan, pick, choose, chooseFund, days, save, add };
}
