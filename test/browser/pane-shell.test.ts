import { afterEach, describe, expect, it } from 'vitest';
import { bringIn } from '../support/report-in-pane';
import { closeSound, openWorkbench, type Opening, type Workbench } from '../support/workbench';

const SCREENS = ['Today', 'Funds', 'Plan', 'Claims', 'Program', 'Functions', 'Explain', 'Rules'] as const;

/** How people find their way between the screens of the pane. */
describe('the tabs of the pane', () => {
  let workbench: Workbench;
  const start = async (width: number, opening: Opening = {}): Promise<void> => {
    workbench = await openWorkbench(opening);
    await workbench.widen(width);
  };
  afterEach(() => closeSound(workbench));

  const pane = () => workbench.pane;
  const more = () => pane().getByRole('button', { name: 'More screens' });
  const tabs = async () =>
    (await pane().locator('header').getByRole('tab').allTextContents()).map((text) => SCREENS.find((name) => text.startsWith(name)));
  const focused = () =>
    pane()
      .locator(':focus')
      .first()
      .evaluate((element) => element.textContent ?? '');

  it('are all there at 600 px', async () => {
    await start(600);
    expect(await tabs()).toEqual(SCREENS);
    expect(await more().count()).toBe(0);
    await workbench.screenshot('shell-600');
  });

  it.each([320, 350])('at %s px, leave what has no room to a menu, and keep the selected one a tab', async (width) => {
    await start(width);
    const shown = await tabs();
    expect(shown.length).toBeGreaterThanOrEqual(3);
    expect(shown).toContain('Today');
    for (const screen of SCREENS) {
      await workbench.screen(screen);
      const tab = pane().getByRole('tab', { name: screen, selected: true });
      expect(await tab.isVisible()).toBe(true);
      expect(await pane().locator('#screen').getAttribute('aria-labelledby')).toBe(await tab.getAttribute('id'));
      const right = await pane()
        .locator('header')
        .evaluate((header) =>
          Math.max(...[...header.querySelectorAll('[role=tab], button')].map((element) => element.getBoundingClientRect().right)),
        );
      expect(right).toBeLessThanOrEqual(width - 34);
    }
    await workbench.screenshot(`shell-${width}`);
  });

  it('by keyboard: the menu opens, says what is in it, and leads to the tab of its screen', async () => {
    await start(320);
    const { page } = workbench;
    await pane().getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => pane().locator(':focus').getAttribute('aria-label')).toBe('More screens');
    await page.keyboard.press('Enter');
    const items = pane().getByRole('menuitem');
    await items.first().waitFor();
    expect(new Set([...(await tabs()), ...(await items.allTextContents())])).toEqual(new Set(SCREENS));
    await page.keyboard.press('End');
    await expect.poll(focused).toBe('Rules');
    await page.keyboard.press('Enter');
    await pane().getByRole('tab', { name: 'Rules', selected: true }).waitFor();
    await expect.poll(focused).toMatch(/^Rules/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(focused).not.toMatch(/^Rules/);
    await more().press('Enter');
    await pane().getByRole('menuitem').first().and(pane().locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    // Fluent gives the focus to the button; office.js, which follows Escape itself, then takes it to the first tab
    await items.first().waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        pane()
          .locator(':focus')
          .evaluate((element) => element.closest('header') !== null),
      )
      .toBe(true);
  });

  it('begin with Today, in a workbook of a newcomer and once it holds funds', async () => {
    await start(400);
    expect(await pane().getByRole('tab', { selected: true }).textContent()).toMatch(/^Today/);
    await pane().getByRole('heading', { name: 'Start with your earnings report' }).waitFor();
    await bringIn(workbench);
    await workbench.screen('Today');
    await pane()
      .getByText(/^\d+ items?, by due date|^1 item\.|Nothing to do/)
      .first()
      .waitFor();
    await workbench.reloadPane('');
    await pane()
      .getByRole('tab', { name: /^Today/, selected: true })
      .waitFor();
  });

  it("follow the ribbon's Explain", async () => {
    await start(320);
    await workbench.ribbon('Explain cell');
    await pane().getByRole('tab', { name: 'Explain', selected: true }).waitFor();
  });
});
