import { bareText } from './bare-text';

/** The meaning of a single point before three digits in a column of amounts: 1.234 is either just over one or over a thousand. */
export type PointMeaning = 'decimal' | 'thousands' | 'unclear';

/** What the amounts of a column show about its points. 1.234,50 and 1.234.567 have thousands separators, 12.50 a decimal point. */
export class PointMarks {
  protected hasDecimals = false;
  private hasThousands = false;
  private hasWhole = false;
  private hasCommaBeside = false;

  /** `isDoubted` is for files with semicolons, which usually have decimal commas, as in 1234,5. */
  constructor(
    private readonly isDoubted = false,
    private readonly isOfRates = false,
  ) {}

  /** Whether a text's point is ambiguous; if not, it counts as evidence. `beside` returns the row's other amounts. */
  isDoubtful(cell: string, beside: () => readonly unknown[] = () => []): boolean {
    const digits = digitsOf(cell);
    if (!DOUBTFUL.test(digits)) {
      this.learn(digits);
      return false;
    }
    this.hasCommaBeside ||= beside().some((other) => typeof other === 'string' && THOUSANDS.test(digitsOf(other)));
    return true;
  }

  /** The meaning of ambiguous points, from all texts so far. */
  meaning(): PointMeaning {
    if (this.hasThousands) return this.hasDecimals ? 'unclear' : 'thousands';
    if (this.isDoubted) return 'unclear';
    if (this.hasDecimals || this.isOfRates) return 'decimal';
    return this.hasWhole || this.hasCommaBeside ? 'unclear' : 'decimal';
  }

  private learn(digits: string): void {
    if (THOUSANDS.test(digits)) this.hasThousands = true;
    else if (DECIMAL.test(digits)) this.hasDecimals = true;
    else if (WHOLE.test(digits)) this.hasWhole = true;
  }
}

/** Whether an amount has a point that could be either. */
export const isPointDoubtful = (cell: unknown): boolean => typeof cell === 'string' && DOUBTFUL.test(digitsOf(cell));

/** An amount's digits, points and commas, without its sign, spaces and dollar sign. */
const digitsOf = (cell: string): string => bareText(cell).replace(/^[(+\-\u2212\s]*(?:US)?\$?[+\-\u2212\s]*|\)$|['\s]/gi, '');

const DOUBTFUL = /^[1-9]\d{0,2}\.\d{3}$/;
/** A decimal comma, or points that can only separate thousands. */
const THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,(?:\d{1,2}|\d{4,})$|^0,\d+$/;
/** A decimal point, or commas that can only separate thousands. */
const DECIMAL = /^\d{1,3}(?:,\d{3}){2,}$|^\d{1,3}(?:,\d{3})+\.\d+$|^\d+\.(?:\d{1,2}|\d{4,})$|^(?:0|\d{4,})\.\d+$/;
/** A whole number too short for a thousands separator: next to it, three decimals are unlikely. */
const WHOLE = /^[1-9]\d{0,2}$/;
