import { todayInUtc } from '../../domain/calendar/day';
import { pick, plural } from '../../domain/text/plural';
import type { FormulasChanged, Workbook } from '../../storage/workbook';

/** What a freeze or a thaw did, in a sentence or two. */
export function describeFreeze(action: 'freeze' | 'thaw', { cells, left }: FormulasChanged): string {
  const some =
    action === 'freeze'
      ? `${plural(cells, 'cell')} became ${pick(cells, 'a value', 'values')}.`
      : `${plural(cells, 'cell')} ${pick(cells, 'calculates', 'calculate')} again.`;
  const none = action === 'freeze' ? 'No cell has a COOP formula.' : 'No formulas are frozen in this workbook.';
  if (left.length === 0) return cells === 0 ? none : some;
  return `${cells === 0 ? 'Nothing was changed.' : some} ${plural(left.length, 'cell')} ${pick(left.length, 'stays as it is', 'stay as they are')}:`;
}

/** Freezes or thaws formulas today. */
export const freezeToday = (workbook: Pick<Workbook, 'freeze'>, evenWithoutId: boolean): Promise<FormulasChanged> =>
  workbook.freeze({ evenWithoutId, day: todayInUtc() });
export const thawToday = (workbook: Pick<Workbook, 'thaw'>): Promise<FormulasChanged> => workbook.thaw(todayInUtc());
