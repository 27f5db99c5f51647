import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Workbench } from './workbench';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules for which colors matter. */
const COLORS = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with the pane as it is, each in a line; and days that are broken across lines. */
export async function axeFaults(workbench: Workbench, rules: 'all' | 'colors' = 'all'): Promise<string[]> {
  await workbench.still();
  const frame = workbench.page.frames().find((candidate) => candidate.url().includes('taskpane.html'))!;
  // The page's policy lets no script in from elsewhere; an evaluation is the browser's own.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  const violations = await frame.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
      // Fluent's focus keepers: they pass the focus on the moment they get it.
      const context = { exclude: ['[data-tabster-dummy]'] };
      return (await axe.run(context, { runOnly, resultTypes: ['violations'] })).violations;
    },
    rules === 'all' ? TAGS : COLORS,
  );
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join('; ')}`,
  );
  return [...faults, ...(await brokenDays(workbench))];
}

/** Days that a narrow pane breaks at a hyphen or a space, each with what is around it. */
export const brokenDays = ({ pane }: Workbench): Promise<string[]> =>
  pane.locator('body').evaluate((body) => {
    const broken: string[] = [];
    const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const said = text.nodeValue ?? '';
      for (const { 0: day, index } of said.matchAll(
        /\d{4}-\d{2}-\d{2}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}/g,
      )) {
        const range = body.ownerDocument.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + day.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`A day is broken: ${said.slice(Math.max(0, index - 30), index + 20)}`);
      }
    }
    return broken;
  });

/** Whether anything in the pane is wider than the pane. */
export const isTooWide = ({ pane }: Workbench): Promise<boolean> =>
  pane
    .locator('html')
    .evaluate(
      (html) =>
        html.scrollWidth > html.clientWidth || [...html.querySelectorAll('main')].some((main) => main.scrollWidth > main.clientWidth),
    );
