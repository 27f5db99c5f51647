import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

/** A partner's first minutes, on the built add-in with Microsoft's own office.js. */
describe('the workbench', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench?.close());

  it('opens on the sample workbook: worked examples, and the earnings report as a table', async () => {
    expect(await workbench.selection()).toBe('Examples!A1');
    expect(await workbench.text('Examples!A4:D4')).toEqual([['Function', 'What it does', 'Formula', 'Result']]);
    expect(await workbench.text('Earnings!A1:B2')).toEqual([
      ['earningId', 'participantId'],
      ['00000000-0000-4000-8000-000000000001', '1234567'],
    ]);
    await workbench.set('Examples!K1', '=ROWS(Earnings[#All])');
    expect(await workbench.values('Examples!K1')).toEqual([[21]]);
    await workbench.set('Examples!K1', '');
    await workbench.screenshot('sample-light');
  });

  it('every worked example shows what its help promises', async () => {
    const examples = await workbench.page.evaluate(() => window.workbench!.examples());
    expect(examples.length).toBeGreaterThan(0);
    const shown = [];
    for (const { formula, address } of examples) shown.push({ formula, gives: await workbench.text(address) });
    expect(shown).toEqual(examples.map(({ formula, gives }) => ({ formula, gives })));
  });

  it('=COOP.SPLIT(1500) typed into a cell spills 900 and 600', async () => {
    await workbench.click('Earnings!B30');
    await workbench.type('Earnings!B30', '=COOP.SPLIT(1500)');
    expect(await workbench.values('Earnings!B30:C30')).toEqual([[900, 600]]);
  });

  it('=COOP.DEADLINE("FY25 H1") is a serial number, with no format where Excel takes none along', async () => {
    await workbench.type('Earnings!B31', '=COOP.DEADLINE("FY25 H1")');
    expect(await workbench.text('Earnings!B31')).toEqual([['45884']]);
  });

  it('an edited report recalculates what was accrued', async () => {
    await workbench.type('Earnings!B32', '=COOP.ACCRUED(Earnings[#All],"FY25 H1","1234567")');
    const [[before]] = (await workbench.values('Earnings!B32')) as [[number]];
    await workbench.type('Earnings!R3', '4600');
    expect(await workbench.values('Earnings!B32')).toEqual([[before + 1000]]);
    await workbench.page.keyboard.press('Control+z');
    await expect.poll(() => workbench.values('Earnings!B32')).toEqual([[before]]);
  });

  it('a mistake shows as Excel shows it, with its sentence at the foot of the window', async () => {
    await workbench.type('Earnings!B33', '=COOP.DEADLINE("H1")');
    expect(await workbench.text('Earnings!B33')).toEqual([['#VALUE!']]);
    await workbench.click('Earnings!B33');
    await expect.poll(() => workbench.page.locator('footer.status [role=status]').textContent()).toMatch(/^#VALUE! .*H1/);
  });

  it('a spill with no room is #SPILL!', async () => {
    await workbench.set('Earnings!C34', 'in the way');
    await workbench.type('Earnings!B34', '=COOP.SPLIT(1500)');
    expect(await workbench.text('Earnings!B34:C34')).toEqual([['#SPILL!', 'in the way']]);
  });

  it('functions go on answering while the pane is closed', async () => {
    await workbench.page.getByRole('button', { name: 'Close the task pane' }).click();
    await workbench.type('Earnings!B35', '=COOP.SPLIT(100,"co-op")');
    expect(await workbench.values('Earnings!B35')).toEqual([[40]]);
    await workbench.ribbon('Open pane');
    await workbench.page.locator('aside.pane').waitFor({ state: 'visible' });
  });

  it('labels of sheets can be read in the light and in the dark, also of the one just clicked', async () => {
    const tabs = workbench.page.locator('[data-u-comp="slide-tab-item"]');
    const contrasts = () =>
      tabs.evaluateAll((items) => {
        const partsOf = (color: string): number[] => color.match(/[\d.]+/g)!.map(Number);
        const backOf = (element: Element | null): number[] => {
          const parts = element ? partsOf(getComputedStyle(element).backgroundColor) : [255, 255, 255];
          return parts[3] === 0 ? backOf(element!.parentElement) : parts;
        };
        const luminance = (parts: number[]): number =>
          [0.2126, 0.7152, 0.0722].reduce((sum, weight, n) => {
            const part = parts[n]! / 255;
            return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
          }, 0);
        return items.map((item) => {
          const [a, b] = [luminance(partsOf(getComputedStyle(item).color)), luminance(backOf(item))];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        });
      });
    for (const theme of ['light', 'dark'] as const) {
      await workbench.dress({ theme });
      for (const n of [1, 0]) {
        await tabs.nth(n).click();
        expect(Math.min(...(await contrasts())), theme).toBeGreaterThan(4.5);
      }
    }
    await workbench.dress({});
  });

  it('asked no one but this machine, broke no content security policy, logged no error, and made no unknown call', async () => {
    await workbench.quiet();
    expect(workbench.strangers).toEqual([]);
    expect(workbench.violations).toEqual([]);
    expect(workbench.errors).toEqual([]);
    expect(await workbench.unknownCalls()).toEqual([]);
  });
});
