import { todayInUtc, type Day } from '../../domain/calendar/day';

/** The day everything is looked at from: today in UTC, which goes on, until someone chooses another, which stays. */
export class AsOfDay {
  private day = todayInUtc();
  private chosen: Day | null = null;

  readonly asOf = (): Day => this.chosen ?? this.day;

  readonly today = (): Day => this.day;

  /** Takes a day someone chose. Today's is no choice: it goes on with the days again. */
  choose(day: Day): void {
    this.day = todayInUtc();
    this.chosen = day === this.day ? null : day;
  }

  /** Looks at the clock; whether it is another day by now. */
  lookAtClock(): boolean {
    const before = this.day;
    this.day = todayInUtc();
    return this.day !== before;
  }
}
