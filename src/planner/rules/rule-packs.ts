import { plural } from '../../domain/text/plural';
import { packRows, RULE_PACKS } from '../../rulebook/packs/packs';
import type { RulePack } from '../../rulebook/packs/rule-pack';
import type { Day } from '../../domain/calendar/day';
import { readOwnRules, type OwnRules, type RowNames } from '../../storage/rules/own-rules';
import { addGuideRows, addRuleRows, takeOutPack, usePack, writeChecks } from '../../storage/rules/pack-edits';
import { readRulesCsv, rulesCsv } from '../../storage/rules/rule-csv';
import { RULES_TABLE } from '../../storage/rules/rules-table';
import type { TakeBack, Workbook } from '../../storage/workbook';
import { guideRows } from './your-guide';

/** A pack on the screen. */
export interface PackView {
  pack: RulePack;
  /** 13 rules. */
  count: string;
  isUsed: boolean;
}

/** The packs, and whether the workbook uses them; `ownRules` is null if it has no table of rules. */
export const packsIn = (ownRules: OwnRules | null): PackView[] =>
  RULE_PACKS.map((pack) => ({
    pack,
    count: plural(packRows(pack).length, 'rule'),
    isUsed: ownRules?.rows.some((row) => row.pack === pack.name) ?? false,
  }));

/** What changing the packs did, with the way back. */
export interface PackChanged {
  sentence: string;
  undone: string;
  takeBack: TakeBack | null;
}

/** Adds a pack's rows to the workbook's own rules, in a new table if there is none. */
export async function addPack(workbook: Pick<Workbook, 'tables'>, pack: RulePack): Promise<PackChanged> {
  const takeBack = await usePack(workbook.tables, pack);
  return {
    sentence: `This workbook uses ${pack.name}. Its rates are not verified.`,
    undone: `Undone: ${pack.name} is not used.`,
    takeBack,
  };
}

/** Removes a pack's rows. Rows whose Pack someone cleared stay. */
export async function removePack(workbook: Pick<Workbook, 'tables'>, pack: RulePack): Promise<PackChanged> {
  const takeBack = await takeOutPack(workbook.tables, pack);
  return { sentence: `Took ${pack.name} out of this workbook.`, undone: `Undone: this workbook uses ${pack.name} again.`, takeBack };
}

/** Adds the rows of Your guide for the fiscal year of a day. */
export async function addGuide(workbook: Pick<Workbook, 'tables'>, day: Day): Promise<PackChanged> {
  const rows = guideRows(day);
  const takeBack = await addGuideRows(workbook.tables, rows);
  return takeBack
    ? {
        sentence: `${rows.length} rows to fill in are in CoopRules. Rows without a value count for nothing.`,
        undone: 'Undone: the rows to fill in are out of CoopRules.',
        takeBack,
      }
    : { sentence: 'CoopRules already has rows of your guide for this year.', undone: '', takeBack };
}

/** A text of rules, checked but not yet written. */
export interface RulesRead extends OwnRules {
  /** Every row, also those that can't be used. */
  count: number;
  /** Columns that CoopRules doesn't have, which are left out. */
  unknown: readonly string[];
}

/** Checks rules in a CSV text, or in cells copied from a sheet. Its lines are named by the file that has them, if any. */
export function readRules(text: string, file?: string): RulesRead {
  const { rows, lines, header, unknown } = readRulesCsv(text);
  const cells = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
  const lineOf = (row: number): number => lines[row - 1] ?? 1;
  const named: RowNames = {
    source: file ?? 'The text',
    notUsed: (row, problem) => `Line ${lineOf(row)} of ${file ?? 'the text'} can't be used. ${problem}`,
    row: (row) => `line ${lineOf(row)}`,
  };
  return { ...readOwnRules(cells, 1900, named), count: rows.length, unknown };
}

/** Adds the rows of a text to CoopRules, those that can't be used, too, to be mended there; a row it has already stays single. */
export async function addRules(workbook: Pick<Workbook, 'tables'>, text: string): Promise<PackChanged> {
  const takeBack = await addRuleRows(workbook.tables, readRulesCsv(text).rows);
  return takeBack
    ? { sentence: 'Added the rules to CoopRules.', undone: 'Undone: the rules are out of CoopRules.', takeBack }
    : { sentence: 'CoopRules already has these rules.', undone: '', takeBack };
}

/** Checks the rows of CoopRules, and writes beside each what was found. */
export async function checkRules(workbook: Pick<Workbook, 'tables'>): Promise<PackChanged> {
  const takeBack = await writeChecks(workbook.tables);
  return takeBack
    ? {
        sentence: 'Checked the rows of CoopRules. Check says what was found in each.',
        undone: 'Undone: the earlier checks are back.',
        takeBack,
      }
    : { sentence: 'Nothing has changed since the last check.', undone: '', takeBack };
}

/** The rows of CoopRules as CSV; null without such a table. */
export async function exportRules(workbook: Pick<Workbook, 'tables'>): Promise<string | null> {
  const [found] = await workbook.tables.read([{ name: RULES_TABLE, formulasIn: [] }]);
  return found ? rulesCsv(found) : null;
}
