import { PointMarks, type PointMeaning } from '../point-marks';

/** Stands for a cell whose point may be either: no reader of amounts takes it for one. */
const UNCLEAR = Symbol('unclear');

/**
 * Reads a column's amounts by what they say of its points. What settles it may come after the row it settles, so each is
 * read by what is known so far; where that proves wrong, the files are read once more with what is known then. No row is
 * kept for it.
 */
class AmountMarks extends PointMarks {
  private readonly used = new Set<PointMeaning>();

  /** `known` is what a first reading found. */
  constructor(
    isDoubted: boolean,
    isOfRates: boolean,
    private readonly known: PointMeaning | null = null,
  ) {
    super(isDoubted, isOfRates);
  }

  /** A cell to be read as an amount: as it is, without its points of thousands, or something no amount is read from. */
  settle(cell: unknown, beside?: () => readonly unknown[]): unknown {
    if (typeof cell !== 'string' || (this.hasDecimals && cell.charCodeAt(cell.length - 3) === POINT) || !this.isDoubtful(cell, beside))
      return cell;
    const meaning = this.meaning();
    this.used.add(meaning);
    return meaning === 'decimal' ? cell : meaning === 'thousands' ? cell.replace('.', '') : UNCLEAR;
  }

  override meaning(): PointMeaning {
    return this.known ?? super.meaning();
  }

  /** Whether a point was read otherwise than all of the column says. */
  isMisread(): boolean {
    const meaning = this.meaning();
    return [...this.used].some((used) => used !== meaning);
  }
}

const POINT = 46;

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
