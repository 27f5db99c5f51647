import { sumOf, type Micros } from '../../domain/money/money';
import { SECONDS_A_DAY, serialOf } from '../../domain/calendar/day';
import { firstDay, lastDay, type Half } from '../../domain/calendar/half';
import type { EdgeRows, RowDetail } from './evidence';

/** The rows that move into and out of a half if dates are read in certain time zones. */
export interface Shift {
  /** Time zones in which exactly these rows move. */
  zones: readonly string[];
  /** The change of the half's co-op. */
  micros: Micros;
  rows: number;
  /** The rows that move. */
  moved: readonly EdgeRows[];
}

/** Time zones by common names, with their minutes from UTC on January 1 and July 1, where halves start and end. */
const ZONES: readonly (readonly [name: string, january: number, july: number])[] = [
  ['US Pacific time', -480, -420],
  ['US Eastern time', -300, -240],
  ['US Central time', -360, -300],
  ['US Mountain time', -420, -360],
  ['Arizona', -420, -420],
  ['Alaska', -540, -480],
  ['Hawaii', -600, -600],
  ['Atlantic Canada', -240, -180],
  ['Newfoundland', -210, -150],
  ['Mexico City', -360, -360],
  ['Bogotá', -300, -300],
  ['Caracas', -240, -240],
  ['Santiago', -180, -240],
  ['São Paulo', -180, -180],
  ['the Azores', -60, 0],
  ['the United Kingdom', 0, 60],
  ['Central Europe', 60, 120],
  ['Lagos', 60, 60],
  ['Eastern Europe', 120, 180],
  ['Johannesburg', 120, 120],
  ['Istanbul', 180, 180],
  ['Tehran', 210, 210],
  ['Dubai', 240, 240],
  ['Kabul', 270, 270],
  ['Karachi', 300, 300],
  ['India', 330, 330],
  ['Nepal', 345, 345],
  ['Dhaka', 360, 360],
  ['Yangon', 390, 390],
  ['Bangkok', 420, 420],
  ['Singapore', 480, 480],
  ['Japan', 540, 540],
  ['Darwin', 570, 570],
  ['Brisbane', 600, 600],
  ['Adelaide', 630, 570],
  ['Sydney', 660, 600],
  ['Auckland', 780, 720],
  ['Samoa', 780, 780],
  ['Kiritimati', 840, 840],
];

/** The maximum distance of a time zone from UTC. Only rows this close to the start or end of a half can move. */
export const FURTHEST_SECONDS = 14 * 3600;

/** How far rows are from the start or the end of a half, in seconds; negative before it. */
export function secondsFrom(edge: EdgeRows['edge'], half: Half): (row: Pick<RowDetail, 'day' | 'clock'>) => number {
  const midnight = edge === 'start' ? serialOf(firstDay(half)) : serialOf(lastDay(half)) + 1;
  return ({ day, clock }) => (day - midnight) * SECONDS_A_DAY + clock;
}

/** The shift that each time zone causes. Zones that move the same rows are grouped; zones that move none are left out. */
export function shiftsOf(edges: readonly EdgeRows[], { half }: Pick<Half, 'half'>): Shift[] {
  const shifts = new Map<string, Shift & { zones: string[] }>();
  for (const [name, january, july] of ZONES) {
    const [start, end] = half === 1 ? [july, january] : [january, july];
    const moved = edges.filter(({ edge, seconds }) => seconds < 0 !== seconds + (edge === 'start' ? start : end) * 60 < 0);
    if (moved.length === 0) continue;
    const key = moved
      .map(({ edge, seconds }) => `${edge} ${seconds}`)
      .sort()
      .join(',');
    const known = shifts.get(key);
    if (known) known.zones.push(name);
    else
      shifts.set(key, {
        zones: [name],
        rows: sumOf(moved, ({ rows }) => rows),
        micros: sumOf(moved, changeOf),
        moved,
      });
  }
  return [...shifts.values()];
}

/** A row within the half moves out; any other row moves in. */
const changeOf = ({ edge, seconds, micros }: EdgeRows): Micros => ((edge === 'start') === seconds >= 0 ? 0 - micros : micros);
