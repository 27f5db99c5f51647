import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';
import { selftestBook } from '../selftest/book';
import { selftestVersion } from '../selftest/made-from';

/** What a bug report needs: which version runs, in which Excel, and what a self-test found. */
describe('About, at the end of Rules', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.screen('Rules');
  });
  afterAll(() => closeSound(workbench));

  const about = () => workbench.pane.getByRole('region', { name: 'About' });

  it('names the version, the Excel and what it offers', async () => {
    await about().getByText('Requirement sets:').waitFor();
    expect(await about().innerText()).toMatch(
      new RegExp(`${selftestVersion()}[^]*Excel on .*version .*[^]*ExcelApi 1\\.\\d+.*CustomFunctionsRuntime`),
    );
    await about().scrollIntoViewIfNeeded();
    expect(await axeFaults(workbench)).toEqual([]);
    for (const width of [320, 350, 600]) {
      await workbench.widen(width);
      await about().scrollIntoViewIfNeeded();
      await workbench.screenshot(`about-${width}`);
    }
    await workbench.page.emulateMedia({ forcedColors: 'active' });
    await workbench.screenshot('about-forced');
    await workbench.page.emulateMedia({ forcedColors: 'none' });
  });

  it('is copied by the keyboard, and says so', async () => {
    await about().getByRole('button', { name: 'Copy for a bug report' }).press('Enter');
    await about()
      .getByRole('status')
      .filter({ hasText: /Copied\.|Select the text/ })
      .waitFor();
  });

  it('gives the count of a self-test, and says when another version made it', async () => {
    const { bytes } = await selftestBook({
      dateSystem: 1900,
      functions: [{ id: 'FUND', summary: 'One function is enough here.' }],
      madeBy: 'Co-op Planner 0.9.0, rules of 2025-01-01',
    });
    await workbench.openFile('selftest.xlsx', Buffer.from(bytes));
    await workbench.screen('Rules');
    await about().getByText('Self-test: 0 not TRUE').waitFor();
    expect(await about().innerText()).toContain('made by another version: Co-op Planner 0.9.0');
  });
});
