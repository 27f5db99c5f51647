import { notices } from '../storage/notices';
import { readWorkbook } from '../storage/excel/workbook-context';
import { loadContext } from './load-context';

// Starts the shared runtime. It's at the top of main.js, right after the functions, so it has only what cells wait for.
// The rest is a chunk of its own, loaded once cells can be answered.

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

/** Runs a command and completes its event even if the command can't be loaded: until then Excel keeps the button busy. */
async function command(name: Command, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await (await import('./commands'))[name]();
  } catch (error) {
    notices.say('recalculation', [error instanceof Error ? error.message : String(error)]);
  } finally {
    event.completed();
  }
}
