import { dayFrom, shareFrom } from '../../cells/parse';
import { isErrorCell, plainValue, type PlainValue } from '../../cells/cell-value';
import { said, type Given } from '../../cells/scalar';
import { dayOfSerial, serialOf, type Day } from '../../domain/calendar/day';
import { dollars } from '../../domain/money/money';
import { badInput, outOfRange, Problem } from '../../domain/problem';
import { readTypedAmount } from '../../domain/money/typed-amount';
import type { OwnRule } from '../../rulebook/own-rule';
import { DEFAULT_PROGRAM, findProgram } from '../../rulebook/rules-on';
import { RULES_TABLE } from './rules-table';

/** Its columns as we write them. They are found by name, in any order, among any others. */
const RULE_COLUMNS = ['Rule', 'Program', 'Lever', 'From', 'Value', 'Note', 'To', 'Grade', 'Source', 'Pack'] as const;

/** A row of the table that can't be read. The other rows still count. */
interface RuleFault {
  /** Counted from the first row below the header. */
  row: number;
  message: string;
}

/** The content of the table. */
export interface OwnRules {
  rules: OwnRule[];
  faults: RuleFault[];
}

/** Reads the table's cells, header first. Empty rows are skipped; a bad row is reported and doesn't stop the others. */
export function readOwnRules(cells: readonly (readonly unknown[])[], dateSystem: 1900 | 1904): OwnRules {
  const [header = [], ...rows] = cells;
  const names = header.map((cell) => (typeof cell === 'string' ? cell.trim().toLowerCase() : ''));
  const columnOf = (name: (typeof RULE_COLUMNS)[number]): number => names.indexOf(name.toLowerCase());
  const missing = (['Rule', 'From', 'Value'] as const).filter((name) => columnOf(name) < 0);
  if (missing.length > 0) {
    return {
      rules: [],
      faults: [{ row: 0, message: `The table ${RULES_TABLE} has no column ${missing.join(' and no column ')}. Its rules aren't used.` }],
    };
  }
  const rules: OwnRule[] = [];
  const faults: RuleFault[] = [];
  rows.forEach((row, index) => {
    const cell = (name: (typeof RULE_COLUMNS)[number]): PlainValue => plainValue(row[columnOf(name)] ?? null);
    if (['Rule', 'Lever', 'From', 'Value'].every((name) => isEmpty(cell(name as 'Rule')))) return;
    try {
      rules.push(readRule(cell, dateSystem));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      faults.push({ row: index + 1, message: `Row ${index + 1} of ${RULES_TABLE} isn't used. ${thrown.message}` });
    }
  });
  return { rules, faults };
}

function readRule(cell: (name: (typeof RULE_COLUMNS)[number]) => PlainValue, dateSystem: 1900 | 1904): OwnRule {
  const topic = topicOf(given(cell('Rule'), 'Rule'));
  const program = isEmpty(cell('Program')) ? DEFAULT_PROGRAM : findProgram(String(given(cell('Program'), 'Program')));
  const subject = isEmpty(cell('Lever')) ? undefined : String(given(cell('Lever'), 'Lever')).trim();
  if (topic === 'rate' && !subject) throw badInput('Lever: a rate needs the name of its lever.');
  if (topic === 'threshold' && subject) throw badInput('Lever: a threshold applies to the whole program. Leave the lever empty.');
  const from = readDay(given(cell('From'), 'From'), 'From', dateSystem);
  const to = isEmpty(cell('To')) ? undefined : readDay(given(cell('To'), 'To'), 'To', dateSystem);
  if (to && to < from) throw badInput('To is before From.');
  const [pack, source, grade] = (['Pack', 'Source', 'Grade'] as const).map((name) =>
    isEmpty(cell(name)) ? '' : String(given(cell(name), name)).trim(),
  );
  const cited = [pack, [source, grade && `(${grade})`].filter(Boolean).join(' ')].filter(Boolean).join(': ');
  return {
    topic,
    program,
    ...(subject ? { subject } : {}),
    from,
    ...(to ? { to } : {}),
    ...(cited ? { cited } : {}),
    ...(pack ? { pack } : {}),
    value: topic === 'threshold' ? readAmount(given(cell('Value'), 'Value')) : shareFrom(given(cell('Value'), 'Value'), 'Value'),
    ...(isEmpty(cell('Note')) ? {} : { note: String(given(cell('Note'), 'Note')) }),
  };
}

function topicOf(text: Given): OwnRule['topic'] {
  const topic = TOPICS.find((name) => name === String(text).trim().toLowerCase());
  if (!topic) throw badInput(`Rule: ${said(text)} isn't one of ${TOPICS.join(', ')}.`);
  return topic;
}

/** The table is read before the date system is set for the functions, so its serials are shifted here. */
function readDay(cell: Given, name: 'From' | 'To', dateSystem: 1900 | 1904): Day {
  if (typeof cell !== 'number') return dayFrom(typeof cell === 'string' ? cell.trim() : cell, name);
  const serial = Math.floor(cell) + (dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (serial < serialOf('2000-01-01') || serial > serialOf('2099-12-31')) {
    throw outOfRange(`${name}: ${cell} isn't an Excel date from 2000 to 2099.`);
  }
  return dayOfSerial(serial);
}

function readAmount(cell: Given): number {
  const typed = typeof cell === 'string' ? readTypedAmount(cell) : null;
  if (typed !== null && 'problem' in typed) throw badInput(`Value: ${typed.problem}`);
  const amount = typed === null ? cell : dollars(typed.cents!);
  if (typeof amount !== 'number') throw badInput(`Value: ${said(cell)} isn't an amount in US dollars. Write a number such as 10000.`);
  if (amount < 0) throw outOfRange("Value: a threshold can't be below zero.");
  return amount;
}

function given(cell: PlainValue, name: string): Given {
  if (isErrorCell(cell)) throw badInput(`${name}: the cell has ${cell.error}.`);
  if (isEmpty(cell)) throw badInput(`${name} is empty.`);
  return cell as Given;
}

const isEmpty = (cell: PlainValue): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

const TOPICS = ['split', 'rate', 'threshold'] as const;
const DAYS_FROM_1900_TO_1904 = 1462;
