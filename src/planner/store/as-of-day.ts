import { daysBetween, todayInUtc, type Day } from '../../domain/calendar/day';
import type { SheetDay } from '../../storage/planning/as-of-table';

/**
 * The day everything is looked at from: the workbook's, until someone chooses another, which is theirs alone. A workbook
 * without a day of its own, or one whose today is not ours since Excel has not calculated it, is looked at from today in UTC.
 */
export class AsOfDay {
  private day = todayInUtc();
  private sheet: SheetDay | null = null;
  private chosen: Day | null = null;

  readonly asOf = (): Day => this.chosen ?? this.today();

  /** The day when no one has chosen another. */
  readonly today = (): Day => {
    if (this.sheet === null) return this.day;
    // where it is day already, or still, the sheet's today is another than in UTC
    const isNear = Math.abs(daysBetween(this.sheet.day, this.day)) <= 1;
    return !this.sheet.followsToday || isNear ? this.sheet.day : this.day;
  };

  /** Takes a day someone chose. Today's is no choice: it goes on with the days again. */
  choose(day: Day): void {
    this.day = todayInUtc();
    this.chosen = day === this.today() ? null : day;
  }

  /** Takes in the day the sheets show. */
  lookAtSheet(sheet: SheetDay | null): void {
    this.sheet = sheet;
    if (this.chosen === this.today()) this.chosen = null;
  }

  /** Looks at the clock; whether it is another day by now. */
  lookAtClock(): boolean {
    const before = this.today();
    this.day = todayInUtc();
    return this.today() !== before;
  }
}
