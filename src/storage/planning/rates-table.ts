import { groupBy } from '../../domain/group-by';
import type { ExchangeRate } from '../../domain/activities/rate-in-force';
import { formatDay, type Day } from '../../domain/calendar/day';
import { isUsd } from '../../domain/money/currency';
import { badInput } from '../../domain/problem';
import { list } from '../../domain/text/list';
import { said } from '../../cells/scalar';
import { day, rate, text, type Kind } from '../../records/cell-types';
import { recordTable, writtenRecord, type CellTrouble, type ReadRow, type RecordOf } from '../../records/record-table';
import type { NewCell } from '../../records/table';

/** A day that formulas can compare: text that looks like a day is refused. */
const trueDay: Kind<Day | null> = {
  ...day,
  read(cell, column) {
    if (typeof cell === 'number' && Number.isInteger(cell)) return day.read(cell, column);
    throw badInput(`${column}: ${said(cell)} isn't a date. Enter a date without a time.`);
  },
};

/** A rate that formulas can multiply by: text that looks like a number is refused. */
const trueRate: Kind<number | null> = {
  ...rate,
  read(cell, column) {
    if (typeof cell === 'number') return rate.read(cell, column);
    throw badInput(`${column}: ${said(cell)} isn't a number. Enter one such as 1.31.`);
  },
};

/** The table of the workbook's exchange rates. */
export const RATES = recordTable(
  {
    name: 'CoopRates',
    sheet: 'Co-op rates',
    title: 'Exchange rates',
    hint: 'US dollars per unit of a currency, from a day on. An activity without its own rate uses the newest rate that has begun by its start date. Leave ID blank in rows you add.',
  },
  'ID',
  {
    currency: { name: 'Currency', width: 75, kind: text },
    from: { name: 'From', width: 90, kind: trueDay },
    rate: { name: 'Rate to USD', width: 90, kind: trueRate },
    source: { name: 'Source', width: 320, kind: text },
    id: { name: 'ID', width: 75, kind: text },
  },
);

/** The rate in a row, and what is wrong with it. */
export function exchangeRateOf({ record, base, troubles }: ReadRow<RecordOf<(typeof RATES)['columns']>>): {
  value: ExchangeRate;
  troubles: CellTrouble[];
} {
  const found: CellTrouble[] = [...troubles];
  const add = (column: string, said: string, sentence: string): void =>
    void (found.some((trouble) => trouble.column === column) || found.push({ column, found: said, sentence: `${column}: ${sentence}` }));
  const cell = String(base.cells['Currency'] ?? '');
  // formulas compare the cell as it is
  const isSpaced = !cell.startsWith('=') && cell !== cell.trim();
  if (isSpaced) add('Currency', cell, `remove the spaces around "${record.currency}".`);
  else if (!isCode(record.currency)) add('Currency', record.currency, `"${record.currency}" isn't a currency code, such as EUR.`);
  else if (isUsd({ currency: record.currency, rate: null })) add('Currency', record.currency, 'US dollars need no rate.');
  if (record.from === null) add('From', '', 'enter the first day of the rate.');
  if (record.rate === null) add('Rate to USD', '', 'enter a number above 0, such as 1.31.');
  return { value: { ...record, currency: isSpaced ? cell : record.currency.toUpperCase() }, troubles: found };
}

/** The cells of a rate's row. */
export const writtenRate = (exchangeRate: ExchangeRate): Record<string, NewCell> => writtenRecord(RATES, exchangeRate);

/** Whether a text is a currency code: three letters. */
const isCode = (text: string): boolean => /^[a-z]{3}$/i.test(text);

/** Sentences about rates of one currency from one day. `row` counts from 0. */
export function describeRepeats(rates: readonly { value: ExchangeRate; row: number }[]): string[] {
  const dated = rates.filter(({ value }) => value.from !== null && isCode(value.currency));
  return [...groupBy(dated, ({ value }) => `${value.currency} ${value.from!}`).values()].flatMap((repeats) => {
    const [{ value }] = repeats as [(typeof repeats)[number]];
    if (repeats.length < 2) return [];
    const rows = list(
      repeats.map(({ row }) => String(row + 1)),
      'and',
    );
    const isOne = repeats.every((other) => other.value.rate === value.rate);
    return `Rows ${rows} of CoopRates are both ${value.currency} from ${formatDay(value.from!)}${isOne ? '. Delete one of them.' : ', with different rates, so none of them is used. Delete the wrong one.'}`;
  });
}
