import { ownRulesNow, serialShift } from '../../cells/context';
import { serialOf } from '../../domain/calendar/day';
import { activityNamed } from '../../rulebook/find-activity';
import { fold } from '../../rulebook/names';
import type { OwnRule } from '../../rulebook/own-rule';
import { ACTIVITIES, ACTIVITY_NAMES } from '../../rulebook/rules/activities';
import { PROGRAMS } from '../../rulebook/rules/programs';
import {
  columnsOf,
  hasColumns,
  type TableChange,
  type TableQuery,
  type NewCell,
  type TableCells,
  type TableDesign,
} from '../../records/table';

/** The activities that the sheet offers. A list in a cell is limited to 255 characters, and their names are longer. */
export const ACTIVITY_LIST: TableDesign = {
  name: 'CoopActivities',
  sheet: 'Co-op lists',
  title: 'Activities',
  hint: 'Names the plan offers. Other spellings are accepted, too.',
  columns: [
    { name: 'Activity', width: 280 },
    { name: 'Category', width: 130 },
    { name: 'Listed from', width: 85, format: 'yyyy-mm-dd' },
  ],
};

/** The programs that the sheet offers, with other spellings, since formulas compare text and people write MCI. */
export const PROGRAM_LIST: TableDesign = {
  name: 'CoopPrograms',
  sheet: 'Co-op programs',
  beside: ACTIVITY_LIST.name,
  title: 'Programs',
  hint: 'The plan finds a fund by any of these spellings.',
  columns: [
    { name: 'Program', width: 230 },
    { name: 'Also called', width: 380, wraps: true },
  ],
};

/** What reading the plan needs of them. */
export const PROGRAMS_ASKED: TableQuery = { name: PROGRAM_LIST.name, formulasIn: [] };

/** What a change of the rules needs of them. */
export const ACTIVITIES_ASKED: TableQuery = { name: ACTIVITY_LIST.name, formulasIn: [] };

/** What a save needs of them. */
export const LISTS_ASKED: readonly TableQuery[] = [ACTIVITIES_ASKED, PROGRAMS_ASKED];

/**
 * The newest category of each activity, and the date of the first guidebook we have that lists it; and those that only the
 * workbook's own rules know.
 */
export function activityRows(ownRules: readonly OwnRule[] = ownRulesNow()): NewCell[][] {
  return [
    ...ACTIVITY_NAMES.map(({ name }): [string, string, number] => {
      const history = ACTIVITIES.filter(({ subject }) => subject === name);
      return [name, history.at(-1)!.value!.category, serialOf(history[0]!.from) - serialShift()];
    }),
    ...ownActivityRows(ownRules),
  ].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The activities that only the workbook's own rules know, each once. */
function ownActivityRows(ownRules: readonly OwnRule[]): [string, string, number][] {
  const rows = new Map<string, [string, string, number]>();
  for (const { topic, subject, value, from } of ownRules) {
    if (topic !== 'activity' || value === null || activityNamed(subject!) !== undefined || rows.has(fold(subject!))) continue;
    rows.set(fold(subject!), [subject!, value.category, serialOf(from) - serialShift()]);
  }
  return [...rows.values()];
}

/**
 * The workbook's own activities that the list doesn't offer yet, as rows at its end. Those that are no longer in the rules
 * stay, since a person may have entered them. No change in a workbook without the list, which someone may have deleted.
 */
export function offeringOwn(list: TableCells | null, ownRules: readonly OwnRule[] = ownRulesNow()): TableChange[] {
  if (list === null) return [];
  const columns = ACTIVITY_LIST.columns.map(({ name }) => name);
  const columnIndex = columnsOf(list.header, columns);
  const position = columnIndex['Activity']!;
  if (position < 0) return [];
  const offered = new Set(list.values.map((row) => fold(String(row[position]))));
  const add = ownActivityRows(ownRules)
    .filter(([name]) => !offered.has(fold(name)))
    .map((cells) => list.header.map((_, index) => cells[columns.findIndex((name) => columnIndex[name] === index)] ?? ''));
  return add.length === 0 ? [] : [{ design: ACTIVITY_LIST, set: new Map(), add, remove: [], isDispensable: true }];
}

/** Each program with every spelling of it. */
export const programRows = (): NewCell[][] => PROGRAMS.map(({ name, aliases }) => [name, `; ${[name, ...aliases].join('; ')};`]);

/** Whether the list of programs has the columns that formulas refer to. */
export const canNamePrograms = (list: TableCells | null): boolean => list !== null && hasColumns(list, 'Program', 'Also called');
