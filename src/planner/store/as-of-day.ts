import { daysBetween, todayInUtc, type Day } from '../../domain/calendar/day';
import type { SheetDay } from '../../storage/planning/as-of-table';

/**
 * The as-of day: the workbook's, until someone chooses another one for this pane only. It is today in UTC if the workbook
 * has no as-of day, or if its today is outdated because Excel hasn't calculated it.
 */
export class AsOfDay {
  private day = todayInUtc();
  private sheet: SheetDay | null = null;
  private chosen: Day | null = null;

  readonly asOf = (): Day => this.chosen ?? this.today();

  /** The day when no one has chosen another. */
  readonly today = (): Day => {
    if (this.sheet === null) return this.day;
    // depending on the time zone, the sheet's today can be a day before or after today in UTC
    const isNear = Math.abs(daysBetween(this.sheet.day, this.day)) <= 1;
    return !this.sheet.followsToday || isNear ? this.sheet.day : this.day;
  };

  /** Sets the day someone chose. Choosing today clears the choice, and the day advances again. */
  choose(day: Day): void {
    this.day = todayInUtc();
    this.chosen = day === this.today() ? null : day;
  }

  /** Updates the day that the sheets show. */
  lookAtSheet(sheet: SheetDay | null): void {
    this.sheet = sheet;
    if (this.chosen === this.today()) this.chosen = null;
  }

  /** Checks the clock; returns whether the day has changed. */
  lookAtClock(): boolean {
    const before = this.today();
    this.day = todayInUtc();
    return this.today() !== before;
  }
}
