import { bareText } from './cell-reading';

/** What a single point before three digits is in a column of amounts: 1.234 is a little more than one, or a thousand. */
export type PointMeaning = 'decimal' | 'thousands' | 'unclear';

/** Stands for a cell whose point may be either: no reader of amounts takes it for one. */
const UNCLEAR = Symbol('unclear');

/**
 * What the other amounts of a column say of its points. 1.234,50 and 1.234.567 have points of thousands, 12.50 a decimal
 * one. What settles it may come after the row it settles, so each is read by what is known so far; where that proves
 * wrong, the files are read once more with what is known then. No row is kept for it.
 */
export class AmountMarks {
  private hasThousands = false;
  private hasDecimals = false;
  private hasWhole = false;
  private hasCommaBeside = false;
  private readonly used = new Set<PointMeaning>();

  /** `isDoubted`: with semicolons a decimal is written 1234,5. `known` is what a first reading found. */
  constructor(
    private readonly isDoubted: boolean,
    private readonly isOfRates: boolean,
    private readonly known: PointMeaning | null = null,
  ) {}

  /** A cell to be read as an amount: as it is, without its points of thousands, or something no amount is read from. */
  settle(cell: unknown, beside?: () => readonly unknown[]): unknown {
    if (typeof cell !== 'string' || (this.hasDecimals && cell.charCodeAt(cell.length - 3) === POINT)) return cell;
    const digits = digitsOf(cell);
    if (!DOUBTFUL.test(digits)) {
      this.learn(digits);
      return cell;
    }
    if (beside && !this.hasCommaBeside) this.hasCommaBeside = beside().some((other) => typeof other === 'string' && THOUSANDS.test(digitsOf(other)));
    const meaning = this.meaning();
    this.used.add(meaning);
    return meaning === 'decimal' ? cell : meaning === 'thousands' ? cell.replace('.', '') : UNCLEAR;
  }

  /** What such a point is, by all that was met so far. */
  meaning(): PointMeaning {
    if (this.known !== null) return this.known;
    if (this.hasThousands) return this.hasDecimals ? 'unclear' : 'thousands';
    if (this.isDoubted) return 'unclear';
    if (this.hasDecimals || this.isOfRates) return 'decimal';
    return this.hasWhole || this.hasCommaBeside ? 'unclear' : 'decimal';
  }

  /** Whether a point was read otherwise than all of the column says. */
  isMisread(): boolean {
    const meaning = this.meaning();
    return [...this.used].some((used) => used !== meaning);
  }

  private learn(digits: string): void {
    if (!this.hasThousands && THOUSANDS.test(digits)) this.hasThousands = true;
    else if (!this.hasDecimals && DECIMAL.test(digits)) this.hasDecimals = true;
    else if (!this.hasWhole && WHOLE.test(digits)) this.hasWhole = true;
  }
}

/** Whether an amount has a point that could be either. */
export const isPointDoubtful = (cell: unknown): boolean => typeof cell === 'string' && DOUBTFUL.test(digitsOf(cell));

/** An amount's digits, points and commas, without its sign, spaces and dollar sign. */
const digitsOf = (cell: string): string => bareText(cell).replace(/^[(+\-\u2212\s]*(?:US)?\$?[+\-\u2212\s]*|\)$|['\s]/gi, '');

const POINT = 46;
const DOUBTFUL = /^[1-9]\d{0,2}\.\d{3}$/;
/** A decimal comma, or points that can only be of thousands. */
const THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,(?:\d{1,2}|\d{4,})$|^0,\d+$/;
/** A decimal point, or commas that can only be of thousands. */
const DECIMAL = /^\d{1,3}(?:,\d{3}){2,}$|^\d{1,3}(?:,\d{3})+\.\d+$|^\d+\.(?:\d{1,2}|\d{4,})$|^(?:0|\d{4,})\.\d+$/;
/** A whole number that has no room for a mark of thousands: beside it three decimals are odd. */
const WHOLE = /^[1-9]\d{0,2}$/;

/** The marks of a file's amounts, and of its exchange rates. */
export interface FileMarks {
  amounts: AmountMarks;
  rates: AmountMarks;
}

/** The marks of files in the order in which they begin, through two readings of them if it must be. */
export class MarksOfFiles {
  private readonly files: FileMarks[] = [];

  constructor(private readonly known: readonly { amounts: PointMeaning; rates: PointMeaning }[] = []) {}

  /** Those of the next file. */
  next(isDoubted: boolean): FileMarks {
    const known = this.known[this.files.length];
    const marks = { amounts: new AmountMarks(isDoubted, false, known?.amounts), rates: new AmountMarks(false, true, known?.rates) };
    this.files.push(marks);
    return marks;
  }

  /** What a second reading should know from the start; null where the first one was right. */
  corrected(): MarksOfFiles | null {
    if (!this.files.some(({ amounts, rates }) => amounts.isMisread() || rates.isMisread())) return null;
    return new MarksOfFiles(this.files.map(({ amounts, rates }) => ({ amounts: amounts.meaning(), rates: rates.meaning() })));
  }
}
