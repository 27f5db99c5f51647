import { plural } from '../../domain/text/plural';
import type { Cents } from '../../domain/money/money';
import { readTypedAmount, type TypedAmount } from '../../domain/money/typed-amount';
import { tidy } from '../../domain/money/written-amount';

/** The amounts of a fund that Partner Center shows. */
export const SHOWN_AMOUNTS = ['earned', 'claimed', 'remaining'] as const;

/** One of these three amounts. */
export type ShownAmount = (typeof SHOWN_AMOUNTS)[number];

/** A fund's amounts in Partner Center; null if not given. */
export type PartnerCenterAmounts = Record<ShownAmount, Cents | null>;

/** The amounts in pasted text, or why it can't be read. */
export type PastedAmounts = { amounts: Partial<Record<ShownAmount, Cents>> } | { problem: string };

/** Reads an amount in US dollars as Partner Center writes it: $1,234.50. */
export const readAmount = (typed: string): TypedAmount => readTypedAmount(typed);

/** An amount in a currency other than US dollars. */
export interface ForeignAmount {
  cents: Cents;
  /** The three-letter code in capitals. */
  currency: string;
}

/** Reads an amount with another currency's three-letter code, € or £; null if it has none or the amount can't be read. */
export function readForeign(typed: string): ForeignAmount | null {
  const text = tidy(typed);
  const match = NAMED_CURRENCY.exec(text);
  if (!match) return null;
  const [sign, name = sign] = match;
  const read = readAmount(text.replace(name, ''));
  const currency = SIGNS[name] ?? name.toUpperCase();
  return 'problem' in read || read.cents === null || currency === 'USD' ? null : { cents: read.cents, currency };
}

/**
 * Reads text copied from a web page or table: labels with amounts next to or below them, a header row with a row of
 * amounts, or only three amounts in the order earned, claimed, remaining.
 */
export function readPasted(pasted: string): PastedAmounts {
  const rows = pasted
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(/\t|\||:(?=\s|$)/).map(tidy))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const cells = rows.flat().filter((cell) => cell !== '');
  const labels = cells.map(labelOf);
  const doubtful = labels.find((label) => label?.length === 2);
  if (doubtful) return { problem: `A label could mean ${doubtful.join(' or ')}, so nothing was read. Enter the amounts one by one.` };
  return labels.some(Boolean) ? labelled(rows) : unlabelled(cells);
}

// No lookbehind, which WebKit before 16.4 doesn't support.
const NAMED_CURRENCY = /[€£]|(?:^|[^A-Z])([A-Z]{3})(?![A-Z$])/i;
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

const WORDS: readonly (readonly [ShownAmount, RegExp])[] = [
  ['earned', /\b(earned|accrued)\b/i],
  ['claimed', /\b(claimed|used)\b/i],
  ['remaining', /\b(remaining|available|unclaimed|balance)\b/i],
];

/** The amounts that a label may mean; null if the text isn't such a label. */
function labelOf(cell: string): ShownAmount[] | null {
  if (/\d/.test(cell)) return null;
  const meant = WORDS.filter(([, word]) => word.test(cell)).map(([name]) => name);
  // "Remaining to be claimed" is what remains.
  if (meant.includes('remaining') && !meant.includes('earned')) return ['remaining'];
  return meant.length > 0 ? meant : null;
}

function labelled(rows: readonly (readonly string[])[]): PastedAmounts {
  const amounts: Partial<Record<ShownAmount, Cents>> = {};
  const taken = new Map<ShownAmount, string>();
  const take = (name: ShownAmount, cell: string | undefined): string | null => {
    if (cell === undefined || cell === '') return null;
    const read = readAmount(cell);
    if ('problem' in read) return read.problem;
    if (taken.has(name) && amounts[name] !== read.cents) return `There are several amounts for ${name}. Paste the amounts for one fund.`;
    taken.set(name, cell);
    amounts[name] = read.cents!;
    return null;
  };
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const names = row.map((cell) => labelOf(cell)?.[0]);
    const isHeader = names.filter(Boolean).length > 0 && !row.some((cell) => /\d/.test(cell));
    for (const [column, name] of names.entries()) {
      if (!name) continue;
      // An amount is below or next to its label; in a copied table, both may be on separate lines.
      const below = isHeader
        ? rowsBelow(rows, index).map((cells) =>
            cells.length === row.length ? cells[column] : cells.length === 1 && row.length === 1 ? cells[0] : undefined,
          )
        : [row[column + 1]];
      for (const cell of below) {
        const problem = take(name, cell);
        if (problem) return { problem };
      }
    }
  }
  if (taken.size === 0) return { problem: 'There are labels but no amounts next to or below them. Enter the amounts one by one.' };
  return { amounts };
}

/** The rows below a header, up to the next one. */
function rowsBelow(rows: readonly (readonly string[])[], header: number): (readonly string[])[] {
  const next = rows.findIndex((row, index) => index > header && row.some((cell) => labelOf(cell)));
  return rows.slice(header + 1, next < 0 ? rows.length : next);
}

function unlabelled(cells: readonly string[]): PastedAmounts {
  const written = cells.filter((cell) => /\d/.test(cell));
  if (written.length !== SHOWN_AMOUNTS.length) {
    const held = written.length === 0 ? 'no numbers' : plural(written.length, 'number');
    return {
      problem: `There are no labels and ${held}, so earned, claimed, and remaining can't be identified. Paste all three, or include the labels.`,
    };
  }
  // A Partner ID next to the amounts is also a number, but isn't written like money.
  if (new Set(written.map((cell) => /[$.]|USD/i.test(cell))).size > 1) {
    return { problem: 'Not all three numbers are amounts. Paste only the three amounts, or include their labels.' };
  }
  const amounts: Partial<Record<ShownAmount, Cents>> = {};
  for (const [index, cell] of written.entries()) {
    const read = readAmount(cell);
    if ('problem' in read) return read;
    amounts[SHOWN_AMOUNTS[index]!] = read.cents!;
  }
  return { amounts };
}
