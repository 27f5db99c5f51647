import { answer } from "../cells/answer";
import { isErrorCell, plainValue, rangeOf } from "../cells/cell-value";
import { moneyCell } from "../cells/lay-out";
import { amountFrom } from "../cells/parse";
import { readAmount } from "../cells/read";
import { said } from "../cells/scalar";
import { step } from "../cells/trace";
import { formatUsd, sum, type Cents } from "../domain/money/money";
import { allocate as allocateFunds } from "../domain/activities/caps";
import { badInput } from "../domain/problem";

/**
 * Allocates funds to costs one by one, row by row from the top left. Each gets its cost, up to its cap and the remaining funds. Spills the shape of the costs.
 * @customfunction ALLOCATE
 * @helpurl https://localhost:3000/help/allocate.html
 * @group Planning
 * @seealso CAP
 * @param funds US dollars to allocate. Below 0 counts as 0.
 * @param costs Range of costs in US dollars, first come, first served. A blank cell is 0; text or a negative cost is an error.
 * @param [caps] Range of the same shape: the most each cost can get. A blank cell or 0 is nothing, "none" is no cap. Default: no caps.
 * @returns What each cost gets, in the shape of the costs.
 * @example =COOP.ALLOCATE(10000,{6000;3000;4000}) → 6000 // 3000 // 1000
 * @example =COOP.ALLOCATE(10000,{6000;3000;4000},{2500;"none";0}) → 2500 // 3000 // 0
 * @example =COOP.ALLOCATE(1000,{700,700}) → 700 | 300
 */
export function allocate(funds: unknown, costs: unknown[][], caps?: unknown[][]): unknown[][] {
  return answer(() => {
    const available = readAmount(funds, "funds");
    const wanted = readCells(rangeOf(costs), "costs", costOf);
    const capCells = isLeftOut(caps) ? null : rangeOf(caps);
    if (capCells && !isSameShape(capCells, wanted)) throw badInput("caps must have as many rows and columns as costs.");
    const most = capCells && readCells(capCells, "caps", capOf);
    const shares = allocateFunds(available, wanted.flat(), most?.flat());
    step(() => `Of ${formatUsd(Math.max(available, 0))}, ${formatUsd(sum(shares))} is allocated, first come, first served.`);
    let next = 0;
    return wanted.map((row) => row.map(() => moneyCell(shares[next++]!)));
  });
}

/** Reads the cells of a range; errors name a cell by its row and column. */
const readCells = <T>(cells: readonly unknown[][], range: string, read: (cell: unknown, name: string) => T): T[][] =>
  cells.map((row, y) => row.map((cell, x) => read(cell, `${range}, row ${y + 1}, column ${x + 1}`)));

/** A blank cell is no cost. Text is refused, even a number as text, since Excel's SUM would ignore it. */
function costOf(cell: unknown, name: string): Cents {
  const plain = plainValue(cell);
  if (isErrorCell(plain)) throw badInput(`${name}: the cell has ${plain.error}.`);
  if (plain === null || (typeof plain === "string" && plain.trim() === "")) return 0;
  if (typeof plain !== "number") throw badInput(`${name}: ${said(plain)} isn't a number. Write a cost such as 1234.50.`);
  const cost = amountFrom(plain, name);
  if (cost < 0) throw badInput(`${name}: a cost can't be negative.`);
  return cost;
}

/** Null is no cap. */
function capOf(cell: unknown, name: string): Cents | null {
  const plain = plainValue(cell);
  return typeof plain === "string" && plain.trim().toLowerCase() === "none" ? null : costOf(cell, name);
}

/** A range of one blank cell isn't omitted: it's a cap of zero. */
const isLeftOut = (caps: unknown): boolean => !Array.isArray(caps) && plainValue(caps) === null;

const isSameShape = (a: readonly unknown[][], b: readonly unknown[][]): boolean =>
  a.length === b.length && a.every((row, index) => row.length === b[index]!.length);
