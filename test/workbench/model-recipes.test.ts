import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECIPES } from '../../src/build/model-recipes';
import { startHeadless, type HeadlessWorkbench } from '../../src/workbench/headless';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('Build your own model', () => {
  let workbench: HeadlessWorkbench;
  beforeAll(async () => {
    const reportCsv = readFileSync(join(ROOT, 'assets/sample-earnings.csv'), 'utf8');
    workbench = await startHeadless({ distDir: join(ROOT, 'dist'), reportCsv });
  });
  afterAll(() => workbench.dispose());

  it('has at least ten formulas for a model', () => expect(RECIPES.length).toBeGreaterThanOrEqual(10));

  it.each(RECIPES)('$title', async ({ cells = {}, formulas }) => {
    for (const [address, value] of Object.entries(cells)) await workbench.set(`Sheet1!${address}`, value);
    for (const { formula, gives } of formulas) {
      await workbench.set('Sheet1!K20', formula);
      const shown = await workbench.values(`Sheet1!K20:${String.fromCharCode(74 + gives[0]!.length)}${19 + gives.length}`);
      expect([formula, shown.map((row) => row.map(String))]).toEqual([formula, gives]);
      await workbench.set('Sheet1!K20', '');
    }
  });
});
