import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Opening, Workbench } from '../support/workbench';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The pane at its narrowest, in every look, for everybody. */
describe.each<[string, Opening]>([
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['forced colors', { forcedColors: 'active' }],
])('the pane, %s, 320 px', (look, opening) => {
  let workbench: Workbench | undefined;
  afterAll(() => workbench?.close());

  const start = async (): Promise<Workbench> => {
    workbench ??= await openWorkbench(opening);
    await workbench.page.locator('aside.pane').evaluate((aside) => {
      (aside as HTMLElement).style.width = '320px';
    });
    return workbench;
  };
  const faults = async (): Promise<string[]> => {
    await workbench!.page.waitForTimeout(400);
    const results = await workbench!.pane.locator('html').evaluate(async (html, axe) => {
      // The page's policy lets no script in from elsewhere; an evaluation is the browser's own.
      const window = html.ownerDocument.defaultView as unknown as { axe?: { run(context: object, options: object): Promise<unknown> }; eval(code: string): void };
      if (!window.axe) new Function(axe as string).call(window);
      // Fluent's focus keepers: they pass the focus on the moment they get it.
      const context = { exclude: ['[data-tabster-dummy]'] };
      return (await window.axe!.run(context, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })) as never;
    }, AXE);
    return (results as AxeResults).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join('; ')}`);
  };
  const tooWide = () => workbench!.pane.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth || [...html.querySelectorAll('main')].some((main) => main.scrollWidth > main.clientWidth));

  it('Functions, with the first steps and a function open', async () => {
    const { pane } = await start();
    await pane.getByRole('button', { name: /^COOP\.SPLIT/ }).click();
    await pane.getByText('optional arguments').click();
    expect(await faults()).toEqual([]);
    expect(await tooWide()).toBe(false);
    await workbench!.screenshot(`pane-functions-${look.replace(' ', '-')}`);
  });

  it('Explain, on a nested formula and on an error', async () => {
    const { pane } = await start();
    await workbench!.set('Examples!M2', '=COOP.SPLIT(COOP.EARN(10000,"Azure CSP Customer Adds","2024-11-15"),"both","2024-11-15","Azure CSP Customer Adds")');
    await workbench!.select('Examples!M2');
    await pane.getByRole('tab', { name: 'Explain' }).click();
    await pane.getByRole('region', { name: /COOP\.SPLIT/ }).waitFor();
    expect(await faults()).toEqual([]);
    expect(await tooWide()).toBe(false);
    await workbench!.screenshot(`pane-explain-${look.replace(' ', '-')}`);
    await workbench!.set('Examples!M3', '=COOP.DEADLINE("H1")');
    await workbench!.select('Examples!M3');
    await pane.getByText('#VALUE!').last().waitFor();
    expect(await faults()).toEqual([]);
  });

  it('Rules, with a topic and the disagreements open', async () => {
    const { pane } = await start();
    await pane.getByRole('tab', { name: 'Rules' }).click();
    for (const topic of [/^Thresholds/, /^Deadlines/, /^Where sources disagree/]) await pane.getByRole('button', { name: topic }).click();
    expect(await faults()).toEqual([]);
    expect(await tooWide()).toBe(false);
    await workbench!.screenshot(`pane-rules-${look.replace(' ', '-')}`);
  });

  it('leaves the corner free that Office covers', async () => {
    await start();
    const free = await workbench!.pane.locator('html').evaluate((html) => {
      const tabs = [...html.querySelectorAll('header [role=tab]')].map((tab) => tab.getBoundingClientRect().right);
      return html.clientWidth - Math.max(...tabs);
    });
    expect(free).toBeGreaterThanOrEqual(34);
  });
});

describe('the pane by keyboard alone', () => {
  let workbench: Workbench | undefined;
  afterAll(() => workbench?.close());

  it('inserts a function, and reads its explanation', async () => {
    workbench = await openWorkbench();
    const { pane, page } = workbench;
    await workbench.select('Examples!M2');
    await pane.getByRole('tab', { name: 'Functions' }).focus();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => pane.locator(':focus').first();
    const tabUntil = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        const text = await focused().evaluate((one) => one.getAttribute('aria-label') ?? one.textContent ?? '');
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
    await tabUntil(/^Insert$/);
    await press('Enter');
    await pane.getByText('Written to M2.').waitFor();
    expect(await workbench.text('Examples!M2')).toEqual([['2024-08-15']]);
    await pane.getByRole('tab', { name: 'Functions' }).focus();
    while (!/Explain/.test((await focused().textContent()) ?? '')) await press('ArrowRight');
    await press('Enter');
    await pane.getByRole('heading', { name: 'Examples M2' }).waitFor();
  });
});
