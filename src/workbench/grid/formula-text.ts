/**
 * Structured references: Excel's spelling and the only spelling Univer 0.25 understands.
 *
 *     Excel in:   =[@Qty]*2   =Items[@Qty]   =Items[@[Unit price]]   =items[Qty]
 *     Univer:     =Items[[#This Row],[Qty]]*2 …   (exact case of the table's name, always qualified)
 *     Excel out:  =[@Qty]*2 inside the table, =Items[@Qty] outside it
 */
interface Named {
  name: string;
  hidesHeader?: boolean;
}

const TABLE = '[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*';
const THIS_ROW = new RegExp(`(${TABLE})?\\[@(?:\\[([^\\]]+)\\]|([^[\\]]+))\\]`, 'gu');
const BEFORE_BRACKET = new RegExp(`(${TABLE})\\[`, 'gu');
const UNIVER_THIS_ROW = new RegExp(`(${TABLE})\\[\\[#This Row\\],\\[([^\\]]+)\\]\\]`, 'gu');
const PLAIN_COLUMN = /^[\p{L}\p{N}_.]+$/u;

/** Changes a formula outside its text literals. */
export function outsideText(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 ? part : change(part)))
    .join('');
}

/** Converts a formula from Excel's spelling to Univer's; `ownTable` is the table that the cell is in. */
export function toUniverFormula(formula: string, tables: readonly Named[], ownTable: Named | null | undefined): string {
  if (!formula.includes('[')) return formula;
  const known = tables.filter(({ hidesHeader }) => hidesHeader).reduce((text, { name }) => withoutHeader(text, name), formula);
  return outsideText(known, (part) =>
    part
      .replace(THIS_ROW, (written: string, table?: string, bracketed?: string, plain?: string) => {
        const name = table ?? ownTable?.name;
        return name ? `${name}[[#This Row],[${bracketed ?? plain}]]` : written;
      })
      .replace(BEFORE_BRACKET, (written: string, name: string) => {
        const table = tables.find((candidate) => candidate.name.toUpperCase() === name.toUpperCase());
        return table ? `${table.name}[` : written;
      }),
  );
}

/** Converts a formula from Univer's spelling to Excel's. */
export function toExcelFormula(formula: string, ownTable: Named | null | undefined): string {
  if (!formula.includes('#This Row')) return formula;
  return outsideText(formula, (part) =>
    part.replace(UNIVER_THIS_ROW, (_written, table: string, column: string) => {
      return `${ownTable?.name === table ? '' : table}[@${PLAIN_COLUMN.test(column) ? column : `[${column}]`}]`;
    }),
  );
}

/** Renames a table or one of its columns in a formula with Univer's spelling. Text differs only if it has such a reference. */
export function renameInFormula(formula: string, table: string, to: { table?: string; column?: [string, string] }): string {
  if (!formula.includes('[')) return formula;
  return outsideText(formula, (part) =>
    part.replace(referenceTo(table), (_written, inside: string) => {
      const renamed = to.column ? renameColumn(inside, ...to.column) : inside;
      return (to.table ?? table) + renamed;
    }),
  );
}

/** A formula in which references to a table's header row are #REF!, after the header row was hidden. */
export function withoutHeader(formula: string, table: string): string {
  if (!/#Headers/i.test(formula)) return formula;
  return outsideText(formula, (part) =>
    part.replace(referenceTo(table), (written, inside: string) => (/^\[\[?#Headers\]/i.test(inside) ? '#REF!' : written)),
  );
}

/** A formula whose references to a column of a table have lost it. */
export function withoutColumn(formula: string, table: string, column: string): string {
  if (!formula.includes('[')) return formula;
  const lost = new RegExp(`\\[${escaped(column)}\\]`, 'iu');
  return outsideText(formula, (part) =>
    part.replace(referenceTo(table), (written, inside: string) => (lost.test(inside) ? '#REF!' : written)),
  );
}

const referenceTo = (table: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.\\\\])${escaped(table)}(\\[(?:[^[\\]]|\\[[^\\]]*\\])*\\])`, 'giu');

function renameColumn(inside: string, from: string, to: string): string {
  if (inside.toUpperCase() === `[${from.toUpperCase()}]`) return `[${to}]`;
  return inside.replace(new RegExp(`\\[${escaped(from)}\\]`, 'giu'), () => `[${to}]`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
