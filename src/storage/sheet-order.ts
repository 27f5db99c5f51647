/** Our sheets in the order of their tabs: what people read, what they fill in, and last what only formulas and reports need. */
export const SHEET_ORDER: readonly string[] = [
  'Co-op today',
  'Co-op summary',
  'Co-op funds',
  'Co-op chart',
  'Co-op plan',
  'Co-op claims',
  'Co-op expenses',
  'Co-op claim lines',
  'Co-op proof',
  'Co-op eligibility',
  'Co-op readiness',
  'Co-op CPOR',
  'Co-op partner funding',
  'Co-op skipped rows',
  'Co-op restatements',
  'Co-op rules',
  'Co-op partners',
  'Co-op rates',
  'Co-op settings',
  'Co-op history',
  'Co-op calendar',
  'Co-op frozen',
  'Co-op earnings',
  'Co-op earning rows',
  'Co-op lists',
];

/**
 * The position for a new sheet among those there are: before the first of ours that comes after it in the order, otherwise
 * at the end. No other sheet changes its place among the rest.
 */
export function positionOf(name: string, sheets: readonly string[]): number {
  const place = SHEET_ORDER.indexOf(name);
  const next = place < 0 ? -1 : sheets.findIndex((other) => SHEET_ORDER.indexOf(other) > place);
  return next < 0 ? sheets.length : next;
}
