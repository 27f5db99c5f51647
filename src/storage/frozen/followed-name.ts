import { cellReferences, columnsInRow, fixedAddress, withReferences, writtenLike } from '../../formulas/follow-references';

/**
 * A name that follows a frozen cell and what its formula refers to through inserted and deleted rows and columns, and renamed
 * sheets: =CHOOSE(1,the cell,what it refers to…), which is the cell.
 */
export function followingName(place: OfName, formula: string): string | null {
  const frozenCell = `${quoted(place.sheet)}!${fixedAddress(place.cells)!}`;
  const parts = cellReferences(formula).map(({ sheet, address }) => {
    // cells of the row are found with the row, wherever it is sorted to
    const followed = (place.isRow && sheet === null ? columnsInRow(address, place.row + 1) : null) ?? fixedAddress(address);
    return followed && `${quoted(sheet ?? place.sheet)}!${followed}`;
  });
  if (parts.some((part) => part === null) || parts.length > MAX_PARTS) return null;
  const name = parts.length === 0 ? `=${frozenCell}` : `=CHOOSE(1,${frozenCell},${parts.join(',')})`;
  return name.length > MAX_LENGTH ? null : name;
}

/** The cell that a name is for. */
interface OfName {
  sheet: string;
  cells: string;
  row: number;
  /** Whether it is in a table's row with an ID. */
  isRow: boolean;
}

/** What CHOOSE and a name can have. */
const MAX_PARTS = 253;
const MAX_LENGTH = 8000;

/** What a name follows now. Each is null if it was deleted. */
export interface Followed {
  cell: Target | null;
  references: readonly (Target | null)[];
}

/** Cells of a sheet: "$A$2:$B$9". */
interface Target {
  sheet: string;
  address: string;
}

/** Reads such a name. Null if it isn't one. */
export function readFollowed(name: string): Followed | null {
  const inside = /^=CHOOSE\(1,(.*)\)$/is.exec(name)?.[1] ?? /^=(.*)$/s.exec(name)?.[1];
  if (inside === undefined) return null;
  const [cell, ...references] = (inside.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map(targetOf);
  return cell === undefined ? null : { cell, references };
}

function targetOf(text: string): Target | null {
  if (/#REF!/i.test(text)) return null;
  const [found] = cellReferences(`=${text}`);
  return found && found.sheet !== null ? { sheet: found.sheet, address: found.address } : null;
}

/**
 * The formula for where its cell is now: every reference leads to the cells it led to, written as it was. Null if some were
 * deleted. In a row that was sorted, what isn't fixed moves with the row, as Excel sorts formulas.
 */
export function formulaNow(formula: string, was: OfName, now: { sheet: string; row: number }, followed: Followed): string | null {
  const found = cellReferences(formula);
  if (found.length !== followed.references.length) return null;
  const ownRow = rowOf(followed.cell?.address ?? '');
  const instead = found.map(({ sheet, address, text }, index) => {
    const target = followed.references[index]!;
    if (!target) return null;
    const isInRow = was.isRow && sheet === null && columnsInRow(address, was.row + 1) !== null;
    const isFixed =
      !isInRow &&
      fixedAddress(address) !== null &&
      writtenLike(address, target.address, 1, null) === writtenLike(address, target.address, 0, null);
    if (was.isRow && !isInRow && !isFixed && ownRow === null) return null;
    const down = was.isRow && !isInRow && ownRow !== null ? now.row + 1 - ownRow : 0;
    const cells = writtenLike(address, target.address, down, now.row + 1);
    if (cells === null || /(^|\D)-\d|(^|:)\$?[A-Z]+\$?0(:|$)/.test(cells)) return null;
    const isOwnSheet = sheet === null && target.sheet.toLowerCase() === now.sheet.toLowerCase();
    const prefix = isOwnSheet
      ? ''
      : sheet !== null && same(sheet, target.sheet)
        ? text.slice(0, text.lastIndexOf('!') + 1)
        : `${quoted(target.sheet)}!`;
    return prefix + cells;
  });
  return instead.some((each) => each === null) ? null : withReferences(formula, found, instead as string[]);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The first row of an address. */
function rowOf(address: string): number | null {
  const found = /^\$?[A-Z]{1,3}\$?(\d+)/i.exec(address);
  return found ? Number(found[1]) : null;
}

const quoted = (sheet: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
