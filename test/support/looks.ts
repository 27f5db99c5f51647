import { axeFaults, brokenDays, isTooWide } from './axe';
import type { Look, Workbench } from './workbench';

const LOOKS: readonly [name: string, look: Look][] = [
  ['dark', { theme: 'dark' }],
  ['forced colors', { forcedColors: 'active' }],
];
/** From the widest to the narrowest that Excel gives a pane. */
const WIDTHS = [600, 350, 320];

/**
 * What is wrong with the pane as it is, for everybody: at every width, and at the narrowest in every look. Axe is asked in
 * full for each content, since another width changes only sizes and another look only colors, of which it is asked again.
 */
export async function faultsInEveryLook(workbench: Workbench, picture: string, widths: readonly number[] = WIDTHS): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]): void => void faults.push(...found.map((fault) => `${where}: ${fault}`));
  const noteSizes = async (where: string): Promise<void> => {
    note(where, (await isTooWide(workbench)) ? ['wider than the pane'] : []);
    note(where, await brokenDays(workbench));
    await workbench.screenshot(`${picture}-${where.replaceAll(' ', '-')}`);
  };
  let asked = '';
  for (const width of widths) {
    await workbench.widen(width);
    await noteSizes(`${width} px`);
    const content = await workbench.pane.locator('body').innerHTML();
    if (content !== asked) note(`${width} px`, await axeFaults(workbench));
    asked = content;
  }
  for (const [name, look] of LOOKS) {
    await workbench.dress(look);
    await noteSizes(name);
    note(name, await axeFaults(workbench, 'colors'));
  }
  await workbench.dress({});
  return faults;
}
