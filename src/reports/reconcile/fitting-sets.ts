import { MICROS_A_CENT, type Micros } from '../../domain/money/money';

/**
 * The sets of a size of rows that fit. For two and more rows, none if so many sets come near the target that one is
 * likely to fit by chance, or if there are too many to try.
 */
export function fittingSets<R extends { micros: Micros }>(
  rows: readonly R[],
  size: 1 | 2 | 3,
  target: Micros,
  fits: (micros: Micros) => boolean,
): R[][] {
  if (numberOfSets(rows.length, size) > MAX_SETS) return [];
  const found: R[][] = [];
  let near = 0;
  const look = (from: number, set: readonly R[], micros: Micros): void => {
    if (set.length === size) {
      if (fits(micros)) found.push([...set]);
      else if (Math.abs(micros - target) <= NEAR) near++;
      return;
    }
    for (let index = from; index < rows.length; index++) look(index + 1, [...set, rows[index]!], micros + rows[index]!.micros);
  };
  look(0, [], 0);
  return size === 1 || near * stepOf(rows) * UNLIKELY <= 2 * NEAR ? found : [];
}

/** Enough for a fund's pairs of a thousand rows; more would take seconds. */
const MAX_SETS = 500_000;
/** How far from the target sums are counted, to see how many fit by chance. */
const NEAR = 50_00 * MICROS_A_CENT;
/** A match by chance is unlikely with at most one sum per this many possible ones. */
const UNLIKELY = 100;

const numberOfSets = (rows: number, size: number): number => (size === 0 ? 1 : (numberOfSets(rows - 1, size - 1) * rows) / size);

/** The largest amount of which all amounts are multiples: whole dollars match more often by chance. At least a cent. */
function stepOf(rows: readonly { micros: Micros }[]): Micros {
  let step = 0;
  for (const { micros } of rows) {
    let rest = Math.abs(micros);
    while (rest !== 0) [step, rest] = [rest, step % rest];
  }
  return Math.max(step, MICROS_A_CENT);
}
