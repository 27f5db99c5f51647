// A calendar of its own, straight from Date.UTC, so that days can be tried one by one against something else than our code.

/** The day of a year, a month (1 to 12, or beyond) and a day of the month (or beyond). */
export const utcDay = (year: number, month: number, day: number): `${number}-${number}-${number}` =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as `${number}-${number}-${number}`;

/** Every day of some calendar years, in order. */
export function everyDay(firstYear: number, lastYear: number): `${number}-${number}-${number}`[] {
  const count = (Date.UTC(lastYear + 1, 0, 1) - Date.UTC(firstYear, 0, 1)) / 86_400_000;
  return Array.from({ length: count }, (_, n) => utcDay(firstYear, 1, 1 + n));
}
