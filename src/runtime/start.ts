import { readWorkbook } from '../storage/workbook-context';
import { loadContext } from './load-context';

// The shared runtime's start: it opens main.js, right behind the functions, so it holds only what a cell's answer needs.
// The rest is a chunk of its own, asked for once the first answers can be given.

Office.actions.associate('explain', async (event: Office.AddinCommands.Event) => (await import('./commands')).showExplain(event));
Office.actions.associate('recalculate', async (event: Office.AddinCommands.Event) => (await import('./commands')).recalculate(event));

void Office.onReady(async ({ host }) => {
  if (host !== Office.HostType.Excel) return;
  const mustRecalculate = await loadContext(readWorkbook);
  const { followRules } = await import('./follow-rules');
  await followRules(mustRecalculate);
});
