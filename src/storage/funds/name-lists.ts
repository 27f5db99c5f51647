import { serialShift } from '../../cells/context';
import { serialOf } from '../../domain/calendar/day';
import { ACTIVITIES, ACTIVITY_NAMES } from '../../rulebook/rules/activities';
import { PROGRAMS } from '../../rulebook/rules/programs';
import { hasColumns, type TableQuery, type NewCell, type TableCells, type TableDesign } from '../../records/table';

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

/** What a save needs of them. */
export const LISTS_ASKED: readonly TableQuery[] = [{ name: ACTIVITY_LIST.name, formulasIn: [] }, PROGRAMS_ASKED];

/** The newest category of each activity, and the date of the first guidebook we have that lists it. */
export function activityRows(): NewCell[][] {
  return ACTIVITY_NAMES.map(({ name }) => {
    const history = ACTIVITIES.filter(({ subject }) => subject === name);
    return [name, history.at(-1)!.value!.category, serialOf(history[0]!.from) - serialShift()];
  }).sort(([, a], [, b]) => (a! < b! ? -1 : a! > b! ? 1 : 0));
}

/** Each program with every spelling of it. */
export const programRows = (): NewCell[][] => PROGRAMS.map(({ name, aliases }) => [name, `; ${[name, ...aliases].join('; ')};`]);

/** Whether the list of programs has the columns that formulas refer to. */
export const canNamePrograms = (list: TableCells | null): boolean => list !== null && hasColumns(list, 'Program', 'Also called');
