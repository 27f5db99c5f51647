import { said } from '../../cells/scalar';
import type { Half } from '../../domain/calendar/half';
import { fundKey } from '../../domain/funds/fund';
import { DEFAULT_PROGRAM } from '../../rulebook/rules-on';
import { FUND_CELLS, fundIn } from './fund-columns';
import { allEarningsIn } from './earnings-table';
import { programInEarnings } from './earning-formulas';
import { fundOf, fundRows, FUNDS_TABLE, isKeyed } from './funds-table';
import { canNamePrograms } from './name-lists';
import type { CellTrouble, ReadRow } from '../../records/record-table';
import { columnsOf, type TableCells } from '../../records/table';

type Names = Record<(typeof FUND_CELLS)[number], string>;

/** The tables that the sheet's formulas use to match a fund. */
export interface Matched {
  plan: TableCells | null;
  funds: TableCells | null;
  programs: TableCells | null;
}

/** Explains why Earned is blank in rows with a fund that the pane recognizes but the sheet's formulas don't, since they compare text. */
export function fundSpelling({
  plan,
  funds,
  programs,
}: Matched): (row: ReadRow<{ partnerId: string; program: string; half: Half | null }>) => CellTrouble[] {
  if (!plan || !funds) return () => [];
  const hasFund = [plan, funds].every(({ header }) => columnsOf(header, ['Fund']).Fund >= 0);
  const columnIndex = columnsOf(funds.header, FUND_CELLS);
  const written = (row: number): Names =>
    Object.fromEntries(FUND_CELLS.map((name) => [name, String(funds.values[row]![columnIndex[name]] ?? '')])) as Names;
  const known = new Map([...fundRows(funds)].map(([row, key]) => [fundKey(key), written(row)]));
  const program = programReader(programs);
  const readings: Partial<Record<keyof Names, (text: string) => string>> = hasFund
    ? { 'Partner ID': partnerInSheet, Program: (text) => program(text.trim() === '' ? DEFAULT_PROGRAM : text) }
    : { 'Partner ID': (text) => text.replace(/^0+(?=\d)/, ''), Program: String, 'Fiscal half': String };
  return ({ record, base }) => {
    const fund = fundIn(record);
    const theirs = fund && known.get(fundKey(fund));
    if (!theirs) return [];
    return Object.entries(readings).flatMap(([column, read]): CellTrouble[] => {
      const ours = base.cells[column] ?? '';
      const name = theirs[column as keyof Names];
      if (fold(read(String(ours))) === fold(read(name))) return [];
      const found = ours === '' ? 'a blank cell' : said(ours);
      return [
        {
          column,
          found: String(ours),
          sentence: `${column}: the sheet can't match ${found} to "${name}" of ${FUNDS_TABLE}, so Earned and Left are blank there. Write it that way, or save the activity here.`,
        },
      ];
    });
  };
}

/**
 * Explains why CoopFunds leaves out rows of CoopEarnings that the pane counts: their program is spelled in another way than
 * their fund's, and the sheet compares text. Reports bring every program in one spelling; people don't.
 */
export function earningSpelling(earnings: TableCells | null, funds: TableCells | null, programs: TableCells | null): string[] {
  if (!earnings || !funds || !isKeyed(earnings, funds)) return [];
  const read = programReader(programs);
  const inFunds = columnsOf(funds.header, ['Program']).Program;
  const known = new Map(
    [...fundRows(funds)].map(([row, fund]) => {
      const name = String(funds.values[row]![inFunds] ?? '').trim() || DEFAULT_PROGRAM;
      return [fundKey(fund), { name, inSheet: fold(read(name)) }];
    }),
  );
  const sentences = allEarningsIn(earnings).flatMap((row) => {
    const theirs = known.get(fundKey(fundOf(row)));
    if (theirs === undefined || fold(programInEarnings(row.program)) === theirs.inSheet) return [];
    return [
      `CoopEarnings has rows of the program "${row.program}" that CoopFunds, which calls it "${theirs.name}", doesn't add up. Write it that way.`,
    ];
  });
  return [...new Set(sentences)];
}

/** How the sheet reads a Partner ID: without MPN and leading zeros. Excel reads other numbers, such as 1234567.0, by its own locale. */
function partnerInSheet(text: string): string {
  const bare = text.toUpperCase().replaceAll('MPN', '').trim();
  return /^\d+$/.test(bare) ? bare.replace(/^0+(?=\d)/, '') : bare;
}

/** How the sheet reads a program: its name in the list of programs, else its own text. */
function programReader(list: TableCells | null): (text: string) => string {
  const columnIndex = columnsOf(list?.header ?? [], ['Program', 'Also called']);
  const rows =
    list !== null && canNamePrograms(list)
      ? list.values.map((row) => ({ name: String(row[columnIndex.Program]), spellings: fold(String(row[columnIndex['Also called']])) }))
      : [];
  return (text) => rows.find(({ spellings }) => spellings.includes(`; ${fold(text)};`))?.name ?? text;
}

const fold = (text: string): string => text.trim().toLowerCase();
