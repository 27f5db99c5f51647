import { call, NUM_ERROR, VALUE_ERROR, when } from './formula-text';
import type { Writer } from './periods';
import { ruleOn } from './earnings';
import { activityOf, amountOf, countOf, dayOf, halfOf, optional, programOf, rowOfDay, rowsOn, ruleDayOf } from './read';
import { DEFAULT_PROGRAM } from '../../rulebook/rules/programs';

const MAX_ATTENDEES = 1_000_000;

/** The functions on activities. */
export const PLANNING: Readonly<Record<string, Writer>> = {
  CATEGORY: (arg, book) => {
    const day = ruleDayOf(arg(1), 'date', book);
    return { text: ruleOn(book, 'category', 'category', day, { name: DEFAULT_PROGRAM }, activityOf(arg(0), book)), gives: 'text' };
  },

  CAP: (arg, book) => {
    const activity = activityOf(arg(0), book);
    const earned = amountOf(arg(1), 'earned');
    const day = ruleDayOf(arg(3), 'date', book);
    const program = programOf(arg(4), book);
    const rule = (column: string): string => ruleOn(book, 'cap', column, day, program, activity);
    const limits = { min: 1, max: MAX_ATTENDEES, omitted: MAX_ATTENDEES };
    // One person is worth an activity's whole cap, unless the cap is per person.
    const attendees = countOf(arg(2), 'attendees', limits);
    const isGiven = arg(2).kind !== 'omitted';
    const most = isGiven ? call('MIN', `${rule('perPerson')}*${attendees}`, rule('most')) : rule('most');
    const cap = call('MAX', call('ROUND', `${earned}*${rule('share')}`, 2), most);
    return { text: when(`${earned}<0`, NUM_ERROR, call('MIN', earned, cap)), gives: 'amount' };
  },

  ELIGIBLE: (arg, book) => {
    const activity = activityOf(arg(0), book);
    const start = dayOf(arg(1), 'start', book);
    const startRow = rowOfDay(arg(1), 'start', book);
    const usage = optional(arg(3), startRow, (half) => rowsOn(halfOf(half, 'half', book), 1));
    const isOpen = ruleOn(book, 'open', 'open', start, programOf(arg(4), book), activity);
    const isStartInside = usage === startRow ? [] : [`${startRow}=${usage}`];
    const inside = (ends: string): string => call('AND', ...isStartInside, `${ends}=${usage}`, isOpen);
    const alone = call('AND', ...isStartInside, isOpen);
    const text = optional(arg(2), alone, (end) =>
      when(`${dayOf(end, 'end', book)}<${start}`, VALUE_ERROR, inside(rowOfDay(end, 'end', book))),
    );
    return { text, gives: 'logical' };
  },
};
