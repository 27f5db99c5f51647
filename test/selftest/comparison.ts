import { localA1, type Box } from '../../src/workbench/grid/a1';
import { ANY_TEXT, isErrorCode, type Case } from '../cases/case';

/** What is shown where any text will do. */
export const ANY = '(any text)';

const cell = (box: Box, row = 0, column = 0): string => localA1({ row: box.row + row, column: box.column + column, rows: 1, columns: 1 });
/** Alike in every letter, and a number, a text or a truth alike. */
const same = (wanted: string, got: string): string => `EXACT(${wanted},${got}),TYPE(${wanted})=TYPE(${got})`;
/** Whether cells are blank; LibreOffice's COUNTA counts cells of a column in which nothing is. */
const isFree = (box: Box): string => `SUMPRODUCT(--ISBLANK(${localA1(box)}))=${box.rows * box.columns}`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The formula that says whether a cell shows what it should: TRUE or FALSE, never an error. It uses what every Excel has,
 * and looks at the cells around a result as well, so that a spill of another size is seen.
 */
export function comparison({ gives }: Case, expected: Box, actual: Box): string {
  const [wanted, got] = [cell(expected), cell(actual)];
  if (gives instanceof RegExp) return `IFERROR(AND(${textTests(gives, got).join(',')}),FALSE)`;
  // LibreOffice has no type for #NULL!
  if (isErrorCode(gives)) return `IFERROR(IF(ISERROR(${got}),IFERROR(ERROR.TYPE(${got}),0)=IFERROR(ERROR.TYPE(${wanted}),0),FALSE),FALSE)`;
  const right = isFree({ ...actual, column: actual.column + actual.columns, columns: 1 });
  if (!Array.isArray(gives)) return `IFERROR(AND(${same(wanted, got)},${right}),FALSE)`;
  // cell by cell: LibreOffice compares no ranges of rows and columns so
  const equal = (gives as readonly (readonly unknown[])[]).flatMap((row, r) =>
    row.map((shown, c) => (shown === ANY_TEXT ? `TYPE(${cell(actual, r, c)})=2` : same(cell(expected, r, c), cell(actual, r, c)))),
  );
  // a single row has the next case below, which a spill that is too long cannot overwrite
  const below = actual.rows > 1 ? `,${isFree({ ...actual, row: actual.row + actual.rows, rows: 1 })}` : '';
  return `IFERROR(AND(${equal.join(',')},${right}${below}),FALSE)`;
}

/** What matters of a text, for people: its parts with dots between them. */
export function textShown(pattern: RegExp): string {
  const { parts, isFromStart, isToEnd } = partsOf(pattern);
  return `${isFromStart ? '' : '… '}${parts.join(' … ')}${isToEnd ? '' : ' …'}`;
}

function textTests(pattern: RegExp, got: string): string[] {
  const { parts, isFromStart, isToEnd } = partsOf(pattern);
  const first = parts[0]!;
  const last = parts.at(-1)!;
  return [
    isFromStart ? `EXACT(LEFT(${got},${first.length}),${quoted(first)})` : `FIND(${quoted(first)},${got})>0`,
    ...parts.slice(1).map((part, index) => `FIND(${quoted(part)},${got})>FIND(${quoted(parts[index]!)},${got})`),
    ...(isToEnd ? [`EXACT(RIGHT(${got},${last.length}),${quoted(last)})`] : []),
  ];
}

/** The texts a pattern asks for, in their order. Patterns of cases are texts with .* between them, and nothing else. */
function partsOf(pattern: RegExp): { parts: string[]; isFromStart: boolean; isToEnd: boolean } {
  const isFromStart = pattern.source.startsWith('^');
  const isToEnd = /[^\\]\$$/.test(pattern.source);
  const body = pattern.source.slice(isFromStart ? 1 : 0, isToEnd ? -1 : undefined);
  const parts = body.split('.*').map((part) => {
    if (/(?<!\\)[.*+?()[\]{}|^$]/.test(part)) throw new Error(`${String(pattern)} is more than texts with .* between them.`);
    return part.replaceAll(/\\(.)/g, '$1');
  });
  return { parts, isFromStart, isToEnd };
}
