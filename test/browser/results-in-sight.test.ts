import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { planInPane } from '../support/plan-in-pane';
import { claimCell, planCell, writeClaims, writePlan } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** However far down the button was, what came of it is in sight, and doesn't lie over what has the focus. */
describe('the result of an action', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const pane = () => workbench.pane;
  const { button, field, lookFrom } = planInPane(() => workbench);

  const FUND = { 'Partner ID': '1234567', Program: 'Microsoft Commerce Incentives', 'Fiscal half': 'FY25 H1' };
  /** Whether all of an element is within the visible part of the screen, in front of everything else. */
  const isInSight = (locator: Locator): Promise<boolean> =>
    locator.evaluate((element) => {
      const { top, bottom, left, width, height } = element.getBoundingClientRect();
      const screen = element.closest('main')!.getBoundingClientRect();
      const inFront = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
      return top >= screen.top && bottom <= screen.bottom && inFront !== null && (element.contains(inFront) || inFront.contains(element));
    });
  const scrolled = (): Promise<number> =>
    pane()
      .locator('main')
      .evaluate((main) => main.scrollTop);

  it('of a save in the middle of a plan: saved, conflicts, and the activity it was', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await writePlan(
      workbench,
      Array.from({ length: 20 }, (_, index) => ({
        ...FUND,
        ID: `A-ROW${100 + index}`,
        Status: 'planned',
        Activity: index === 12 ? 'Print advertising' : 'Digital advertising',
        Start: '2025-04-01',
        End: '2025-04-30',
        Currency: 'USD',
        Budget: 100,
      })),
    );
    await workbench.screen('Plan');
    await lookFrom('2025-03-10');
    await button('Print advertising').click();
    await field('Owner').fill('Bo');
    await workbench.set(planCell(13, 'Owner'), 'Zoe');
    await button('Save').click();
    const result = pane().getByText('Saved "Print advertising".');
    await result.waitFor();
    await workbench.still();
    expect(await scrolled()).toBeGreaterThan(200);
    expect(await isInSight(result)).toBe(true);
    expect(await isInSight(pane().getByText('Owner also changed in the sheet: "Zoe" there, "Bo" here.'))).toBe(true);
    expect(await isInSight(button('Undo'))).toBe(true);
    expect(await isInSight(pane().locator(':focus'))).toBe(true);
    await workbench.screenshot('result-of-save');
    // from the last button upward, the focus isn't hidden below the result
    await pane().getByRole('listitem').last().getByRole('button').last().focus();
    for (let back = 0; back < 30; back++) {
      await workbench.page.keyboard.press('Shift+Tab');
      expect(await isInSight(pane().locator(':focus'))).toBe(true);
    }
    // what was overwritten is in the history of the activity
    await button('Print advertising').click();
    expect(await pane().getByRole('region', { name: 'History' }).innerText()).toMatch(
      /Owner: Zoe → Bo\s+Changed in the sheet .* Recorded .* UTC in the sheet\./,
    );
  });

  it('of a save at the end of a claim', async () => {
    workbench = await openWorkbench({ book: 'funds' });
    await writeClaims(workbench, [
      {
        ...FUND,
        ID: 'C-LONG01',
        'Claim name': 'INV1 ads',
        Activity: 'Digital advertising',
        Start: '2025-04-01',
        End: '2025-04-30',
        Currency: 'USD',
        Amount: 100,
        Status: 'editing',
      },
    ]);
    await workbench.screen('Claims');
    await lookFrom('2025-05-10');
    await button('INV1 ads').click();
    await pane()
      .getByRole('heading', { name: /^Results/ })
      .getByRole('button')
      .click();
    await field('Results and notes').fill('mine');
    await workbench.set(claimCell(1, 'Notes'), 'theirs');
    await pane().getByText('The field "Results and notes" also changed in the sheet').waitFor();
    await button('Save').click();
    const result = pane().getByText('Saved "INV1 ads".');
    await result.waitFor();
    await workbench.still();
    expect(await scrolled()).toBeGreaterThan(200);
    expect(await isInSight(result)).toBe(true);
    expect(await isInSight(button('Use sheet value: Notes'))).toBe(true);
    await workbench.screenshot('result-of-claim');
  });

  it.each([
    ['a laptop', 500],
    ['a small window', 400],
  ])('stays in sight in the pane of %s, as the buttons do, and leaves room for the fields', async (_, height) => {
    workbench = await openWorkbench({ height, book: 'one activity' });
    await workbench.screen('Plan');
    await lookFrom('2025-03-10');
    const main = pane().locator('main');
    expect(await main.evaluate(() => innerHeight)).toBeLessThan(480);
    await button('Digital advertising').click();
    await field('Title').fill('Spring campaign');
    const stays = async (): Promise<void> => {
      expect(await isInSight(button('Save'))).toBe(true);
      expect(await isInSight(pane().locator(':focus'))).toBe(true);
    };
    expect(await isInSight(button('Save'))).toBe(true);
    for (let next = 0; next < 12; next++) {
      await workbench.page.keyboard.press('Tab');
      await stays();
    }
    // what stays takes less than half of the screen
    const bar = await button('Save').evaluate(
      (save) => save.closest('main')!.getBoundingClientRect().bottom - save.getBoundingClientRect().top,
    );
    expect(bar).toBeLessThan(0.35 * (await main.evaluate(({ clientHeight }) => clientHeight)));
    await workbench.screenshot(`short-editor-${height}`);
    await button('Save').click();
    const result = pane().getByText('Saved "Spring campaign".');
    await result.waitFor();
    await workbench.still();
    expect(await isInSight(result)).toBe(true);
    expect(await isInSight(button('Undo'))).toBe(true);
    expect(await isInSight(pane().locator(':focus'))).toBe(true);
    await main.evaluate((screen) => screen.scrollTo(0, screen.scrollHeight));
    expect(await isInSight(button('Undo'))).toBe(true);
    const covered = await pane()
      .getByRole('status')
      .filter({ hasText: 'Saved' })
      .evaluate(({ clientHeight }) => clientHeight);
    expect(covered).toBeLessThan(0.4 * (await main.evaluate(({ clientHeight }) => clientHeight)));
    await workbench.screenshot(`short-result-${height}`);
  });
});
