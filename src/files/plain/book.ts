import { DAYS_FROM_1900_TO_1904, serialOf, type Day } from '../../domain/calendar/day';
import { memoize } from '../../domain/memoize';
import { DEFAULT_PROGRAM, type ProgramId } from '../../rulebook/rules/programs';
import type { BookOptions } from './contract';
import type { HalfColumn } from './half-table';
import { historyRows, type HistoryKind, type HistoryRow } from './histories';
import type { RowColumn } from './by-row';
import { whyTooMuch } from './limits';
import type { Gives } from './operand';
import { nameOf, PER_HISTORY } from './workings-names';
import { Unplain } from './unplain';
import { namesOf, type NameKind, type Names } from './spellings';

/** A name in a formula: one that is known, or the formula of its position among the names of its kind. */
export type NameAsked<N extends string = string> = { name: N } | { position: string };

/** Histories by program and subject: a number for each, to look up with a day. */
export interface HistoryMap {
  kind: HistoryKind;
  programs: readonly ProgramId[];
  subjects: readonly (string | null)[];
}

/** Formulas that are worked out for each row of a table. */
export interface RowTable {
  key: string;
  /** One of that table's columns; null if there is only one row. */
  column: string | null;
  columns: readonly RowColumn[];
  /** How many cells ask. */
  asked: number;
}

/** Columns of the table of halves that come from the deadlines. */
const BY_RULE: readonly HalfColumn[] = ['opens', 'retention', 'advised', 'claim', 'resolution', 'stage1'];

/** The rules and workings that the formulas of one copy share. Sheets have only what formulas use. */
export class Book {
  /** What formulas give that were handed out, to know it when they are arguments. */
  readonly given = new Map<string, Gives>();
  readonly halfColumns = new Set<HalfColumn>();
  readonly histories = new Map<HistoryKind, HistoryRow[][]>();
  readonly maps = new Map<string, HistoryMap>();
  readonly spelled = new Set<NameKind | 'half' | 'months'>();

  /** Formulas of one cell that other formulas share, and columns with a formula for each half, as their names. */
  readonly once: string[] = [];
  readonly byHalf: ((row: number) => string)[] = [];

  /** Tables of the workings that have a row for each row of a table. */
  readonly rowTables: RowTable[] = [];
  readonly named = new Set<NameKind>();

  private readonly numbersByName = new Map<string, number>();
  private readonly numbersByContent = new Map<string, number>();

  /** Whether days written as text may have a time; reading one takes most of a formula that has several. */
  readsTimes = true;

  constructor(readonly options: BookOptions) {}

  /** The serial of a day in the workbook's date system. */
  readonly serial = (day: Day): number => serialOf(day) - (this.options.dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);

  /** The cells of a column of the table of halves. */
  half(column: HalfColumn | 'days' | 'stages'): string {
    this.halfColumns.add(column === 'days' ? 'claim' : column === 'stages' ? 'stage1' : column);
    if (this.needsDeadlines) this.code('deadline');
    return nameOf('half', column);
  }

  /** Whether the table of halves needs rules. */
  get needsDeadlines(): boolean {
    return [...this.halfColumns].some((column) => BY_RULE.includes(column));
  }

  /** The cell in which a formula is worked out once; numbers stay as they are. */
  workedOutOnce(formula: string): string {
    if (/^-?[\d.]+$/.test(formula)) return formula;
    const tooMuch = whyTooMuch(formula);
    if (tooMuch) throw new Unplain(tooMuch);
    const known = this.once.indexOf(formula);
    return nameOf('once', `${known < 0 ? this.once.push(formula) : known + 1}`);
  }

  /** The cells in which a formula is worked out for each row of the table of halves. */
  workedOutByHalf(formula: (row: string) => string): string {
    const sample = formula('1');
    const known = this.byHalf.findIndex((each) => each(1) === sample);
    return nameOf('by_half', `${known < 0 ? this.byHalf.push((row) => formula(`${row}`)) : known + 1}`);
  }

  /** The name of a table of the workings with these columns, for each row of the table that a column is of. */
  rowTable(column: string | null, columns: readonly RowColumn[]): string {
    const tooMuch = columns.map(([, formula]) => whyTooMuch(formula)).find((why) => why !== null);
    if (tooMuch) throw new Unplain(tooMuch);
    const key = JSON.stringify([column?.toLowerCase(), columns]);
    let known = this.rowTables.findIndex((table) => table.key === key);
    if (known < 0) known = this.rowTables.push({ key, column, columns, asked: 0 }) - 1;
    this.rowTables[known]!.asked++;
    return `rows_${known + 1}`;
  }

  /** The cells of the names of a kind, by position. */
  nameTexts(kind: NameKind): string {
    this.named.add(kind);
    return nameOf(kind, 'name');
  }

  /** The names of a kind, and their spellings. */
  readonly names = memoize((kind: NameKind): Names => namesOf(kind, this.options.ownRules));

  /** The cells of spellings, and of what they stand for. */
  spellings(kind: NameKind | 'half' | 'months'): { texts: string; positions: string } {
    this.spelled.add(kind);
    return { texts: nameOf(kind, 'spelling'), positions: nameOf(kind, 'position') };
  }

  /** The code to add a day to, to look up a rule in a history. */
  code(kind: HistoryKind, program: NameAsked<ProgramId> = { name: DEFAULT_PROGRAM }, subject: NameAsked | null = null): string {
    const subjectKind = ['cap', 'category', 'open', 'listing'].includes(kind) ? 'activity' : 'lever';
    if ('name' in program && (subject === null || 'name' in subject)) {
      return `${this.history(kind, program.name, subject?.name ?? null) * PER_HISTORY}`;
    }
    const programs = 'name' in program ? [program.name] : (this.names('program').names as ProgramId[]);
    const subjects = subject === null ? [null] : 'name' in subject ? [subject.name] : this.names(subjectKind).names;
    const id = `${kind} ${'name' in program ? program.name : '*'} ${subject === null ? '' : 'name' in subject ? subject.name : '*'}`;
    const key = [...this.maps.keys(), id].indexOf(id);
    this.maps.set(id, { kind, programs, subjects });
    for (const name of programs) for (const about of subjects) this.history(kind, name, about);
    const position = [subject && 'position' in subject ? subject.position : '1', 'position' in program ? program.position : '1'];
    return `INDEX(${nameOf('map', `${key + 1}`)},${position.join(',')})*${PER_HISTORY}`;
  }

  /** The cells of a column of the histories of a kind. */
  column(kind: HistoryKind, column: string): string {
    if (!this.histories.has(kind)) this.histories.set(kind, []);
    return nameOf(kind, column);
  }

  /** The number of a history, from 1. Equal histories are one. */
  history(kind: HistoryKind, program: ProgramId, subject: string | null): number {
    const asked = JSON.stringify([kind, program, subject]);
    const known = this.numbersByName.get(asked);
    if (known !== undefined) return known;
    const rows = historyRows(kind, program, subject, this.options.ownRules);
    const histories = this.histories.get(kind) ?? [];
    this.histories.set(kind, histories);
    const content = `${kind} ${contentOf(rows)}`;
    const number = this.numbersByContent.get(content) ?? histories.push(rows);
    this.numbersByName.set(asked, number);
    this.numbersByContent.set(content, number);
    return number;
  }
}

/** What makes two histories the same. */
const contentOf = (rows: readonly HistoryRow[]): string =>
  JSON.stringify(
    rows.map(({ from, rule, cells }) => [from, rule, cells.map((cell) => (typeof cell === 'object' ? cell.formula((id) => id) : cell))]),
  );
