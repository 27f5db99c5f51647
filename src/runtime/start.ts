import { notices } from '../storage/notices';
import { readWorkbook } from '../storage/excel/workbook-context';
import { loadContext } from './load-context';

// The shared runtime's start: it opens main.js, right behind the functions, so it holds only what a cell's answer waits for.
// The rest is a chunk of its own, asked for once the first answers can be given.

type Command = 'showExplain' | 'recalculate';

Office.actions.associate('explain', (event: Office.AddinCommands.Event) => command('showExplain', event));
Office.actions.associate('recalculate', (event: Office.AddinCommands.Event) => command('recalculate', event));

void Office.onReady(async ({ host }) => {
  if (host !== Office.HostType.Excel) return;
  const mustRecalculate = await loadContext(readWorkbook);
  try {
    const { followRules } = await import(/* webpackChunkName: "follow-rules" */ './follow-rules');
    await followRules(mustRecalculate);
  } catch {
    notices.say('rules', ["Part of Co-op Planner couldn't be loaded. Functions still work. Reopen the workbook to use the rest."]);
  }
});

/** Excel keeps a button busy until its event is completed, even when the command itself cannot be loaded. */
async function command(name: Command, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await (await import('./commands'))[name]();
  } catch (error) {
    notices.say('recalculation', [error instanceof Error ? error.message : String(error)]);
  } finally {
    event.completed();
  }
}
