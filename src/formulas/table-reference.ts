import type { Reference, TablePart } from './reference';

/** Reads what stands between the outer brackets of a table reference; null where that is not one we know. */
export function tableReference(table: string | null, inner: string): Reference | null {
  const text = inner.trim();
  const of = (part: TablePart, columns: readonly string[] = []): Reference => ({
    kind: 'table',
    table,
    part,
    columns: columns as readonly [] | readonly [string],
  });
  if (text === '') return of('data');
  if (text.startsWith('@')) {
    const rest = text.slice(1).trim();
    if (rest === '') return of('this row');
    const columns = rest.startsWith('[') ? columnsIn(rest) : [unescaped(rest)];
    return columns && of('this row', columns);
  }
  if (!text.startsWith('[')) {
    const part = PARTS[text.toLowerCase()];
    return part ? of(part) : of('data', [unescaped(text)]);
  }
  const pieces = piecesOf(text);
  if (!pieces) return null;
  const parts = pieces.flatMap(({ name }) => PARTS[name.toLowerCase()] ?? []);
  const columns = pieces.filter(({ name }) => !PARTS[name.toLowerCase()]).map(({ name }) => unescaped(name));
  if (parts.length > 1) return parts.includes('headers') && parts.includes('data') && !parts.includes('totals') ? of('all', columns) : null;
  return columns.length > 2 ? null : of(parts[0] ?? 'data', columns);
}

const PARTS: Record<string, TablePart | undefined> = {
  '#all': 'all',
  '#data': 'data',
  '#headers': 'headers',
  '#totals': 'totals',
  '#this row': 'this row',
};

function columnsIn(text: string): string[] | null {
  const pieces = piecesOf(text);
  return pieces && pieces.length <= 2 ? pieces.map(({ name }) => unescaped(name)) : null;
}

/** `[#All],[First]:[Last]` in its bracketed pieces. */
function piecesOf(text: string): { name: string }[] | null {
  const pieces: { name: string }[] = [];
  const piece = /\s*\[((?:'.|[^[\]'])*)\]\s*([,:]|$)/gy;
  let at = 0;
  while (at < text.length) {
    piece.lastIndex = at;
    const found = piece.exec(text);
    if (!found) return null;
    pieces.push({ name: found[1]! });
    at += found[0].length;
  }
  return pieces;
}

/** In a column's name an apostrophe stands before a character that would mean something else. */
const unescaped = (name: string): string => name.replace(/'(.)/gs, '$1');
