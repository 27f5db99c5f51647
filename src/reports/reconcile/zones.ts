import { sumOf, type Micros } from '../../domain/money/money';
import type { Half } from '../../domain/calendar/half';
import type { EdgeRows } from './evidence';

/** What moves into and out of a half when its dates are read in some time zones. */
export interface Shift {
  /** Time zones in which exactly these rows move. */
  zones: readonly string[];
  /** What the half's co-op changes by. */
  micros: Micros;
  rows: number;
}

/** Time zones as people name them, with their minutes from UTC on January 1 and on July 1: the two edges of a half. */
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

/** The furthest a time zone is from UTC: only rows so near an edge can move. */
export const FURTHEST_SECONDS = 14 * 3600;

/** What each time zone would move over the edges of a half; zones that move the same rows are together, those that move nothing left out. */
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
      });
  }
  return [...shifts.values()];
}

/** A row on the half's own side of an edge moves out, any other one in. */
const changeOf = ({ edge, seconds, micros }: EdgeRows): Micros => ((edge === 'start') === seconds >= 0 ? 0 - micros : micros);
