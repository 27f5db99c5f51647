import { allows, type Direction } from './rate-direction';

/** What a report's exchange rates do to an amount to make it US dollars; null if its rows don't show it. */
export type RateMeaning = Direction | null;

/**
 * Decides what a file's exchange rates mean: Microsoft doesn't document whether a rate is dollars per unit or units per
 * dollar. A transaction with its amount, its US dollars and its rate shows it, unless the rate is about 1.
 */
export class RateMarks {
  private isTimes = false;
  private isOver = false;
  private readonly used = new Set<RateMeaning>();

  /** `settled` is the result of a first reading; undefined in that one. */
  constructor(private readonly settled?: RateMeaning) {}

  /** Looks at a transaction's amount and US dollars, in hundredths, and its rate. */
  learn(amount: number | null, usd: number | null, rate: number | null): void {
    if (!amount || !usd || !rate) return;
    const [times, over] = [allows('times', amount, rate, usd), allows('over', amount, rate, usd)];
    if (times === over) return;
    if (times) this.isTimes = true;
    else this.isOver = true;
  }

  /** What to do with a rate, by the rows so far. */
  use(): RateMeaning {
    const meaning = this.meaning();
    this.used.add(meaning);
    return meaning;
  }

  meaning(): RateMeaning {
    if (this.settled !== undefined) return this.settled;
    if (this.isTimes === this.isOver) return null;
    return this.isTimes ? 'times' : 'over';
  }

  /** Whether a rate was used in another way than all rows show. */
  isMisread(): boolean {
    const meaning = this.meaning();
    return [...this.used].some((used) => used !== meaning);
  }
}
