import { PointMarks, type PointMeaning } from '../point-marks';
import { signAndDigits } from './cell-reading';
import { DateMarks, type DateMeaning } from './date-marks';
import { RateMarks, type RateMeaning } from './rate-marks';

/** Replaces a cell with an ambiguous point, so that it can't be read as an amount. */
const UNCLEAR = Symbol('unclear');

/**
 * Decides how to read points in a column of amounts, from the amounts themselves. The evidence may come after the first
 * ambiguous row, so each cell is read by what is known so far. If that turns out wrong, the files are read again with the
 * final meaning, so that no rows need to be kept.
 */
class AmountMarks extends PointMarks {
  private readonly used = new Set<PointMeaning>();

  /** `known` is the result of a first reading. */
  constructor(
    isDoubted: boolean,
    isOfRates: boolean,
    private readonly known: PointMeaning | null = null,
  ) {
    super(isDoubted, isOfRates);
  }

  /** The cell to read as an amount: unchanged, without its thousands separator, or UNCLEAR. */
  settle(cell: unknown, beside?: () => readonly unknown[]): unknown {
    if (typeof cell !== 'string' || (this.hasDecimals && cell.charCodeAt(cell.length - 3) === POINT)) return cell;
    const amount = signAndDigits(cell);
    if (!this.isDoubtful(amount, beside && (() => beside().map(plainly)))) return cell;
    const meaning = this.meaning();
    this.used.add(meaning);
    return meaning === 'decimal' ? amount : meaning === 'thousands' ? amount.replace('.', '') : UNCLEAR;
  }

  /** Whether the points of plain decimals are decimal points, except before three digits, and show nothing new. */
  get areDecimal(): boolean {
    return this.hasDecimals;
  }

  override meaning(): PointMeaning {
    return this.known ?? super.meaning();
  }

  /** Whether a point was read differently from what the whole column shows. */
  isMisread(): boolean {
    const meaning = this.meaning();
    return [...this.used].some((used) => used !== meaning);
  }
}

const plainly = (cell: unknown): unknown => (typeof cell === 'string' ? signAndDigits(cell) : cell);

const POINT = 46;

/** How to read a file's amounts and exchange rates, and its dates that aren't written as in the download. */
export interface FileMarks {
  amounts: AmountMarks;
  rates: AmountMarks;
  direction: RateMarks;
  dates: DateMarks;
  calculated: DateMarks;
}

/** What a first reading shows about a file. */
interface FileMeanings {
  amounts: PointMeaning;
  rates: PointMeaning;
  direction: RateMeaning;
  dates: DateMeaning;
  calculated: DateMeaning;
}

/** The marks of files in reading order, for a first reading and a second one if needed. */
export class MarksOfFiles {
  private readonly files: FileMarks[] = [];

  constructor(private readonly known: readonly FileMeanings[] = []) {}

  /** The marks of the next file. */
  next(isDoubted: boolean): FileMarks {
    const known = this.known[this.files.length];
    const marks = {
      amounts: new AmountMarks(isDoubted, false, known?.amounts),
      rates: new AmountMarks(false, true, known?.rates),
      direction: new RateMarks(known?.direction),
      dates: new DateMarks(known?.dates),
      calculated: new DateMarks(known?.calculated),
    };
    this.files.push(marks);
    return marks;
  }

  /** The marks for a second reading; null if the first one was right. */
  corrected(): MarksOfFiles | null {
    if (!this.files.some((marks) => Object.values(marks).some((mark: AmountMarks | RateMarks | DateMarks) => mark.isMisread())))
      return null;
    return new MarksOfFiles(
      this.files.map(({ amounts, rates, direction, dates, calculated }) => ({
        amounts: amounts.meaning(),
        rates: rates.meaning(),
        direction: direction.meaning(),
        dates: dates.meaning(),
        calculated: calculated.meaning(),
      })),
    );
  }
}
