import { addressOf, textOf } from './package/sheet-cells';
import { boxOf } from './package/address';
import type { SheetPart, WorkbookFile } from './package/book';
import { elementsOf, insideOf, nameIn, type Element } from './package/elements';
import { attribute, escapeXml, splice, withAttribute, type Edit } from './package/xml';
import { copiedFormula, type CopiedFormula } from './copied-cell';
import type { Translation } from './translation';

/** Turns the formulas that a sheet's tables have for new rows and for totals. Without a plain one, new rows start blank. */
export async function copyTables({ file }: WorkbookFile, sheet: SheetPart, translation: Translation): Promise<CopiedFormula[]> {
  const copied: CopiedFormula[] = [];
  for (const part of sheet.tables) {
    const text = await file.text(part);
    if (!translation.mayNeed(text)) continue;
    const [table] = elementsOf(text, 'table');
    const edits: Edit[] = [];
    elementsOf(text, 'tableColumn').forEach(({ start, end }, index) => {
      const changed = columnWithout(text.slice(start, end), index, table?.tag ?? '<table>', sheet.name, translation);
      if (!changed) return;
      copied.push(...changed.copied);
      edits.push({ start, end, text: changed.text });
    });
    if (edits.length > 0) file.set(part, splice(text, edits));
  }
  return copied;
}

/** A column, the first of its table being 0, without the formulas that need the add-in; null if it has none. */
function columnWithout(
  column: string,
  index: number,
  table: string,
  sheet: string,
  translation: Translation,
): { text: string; copied: CopiedFormula[] } | null {
  const [{ tag }] = elementsOf(column, 'tableColumn') as [Element];
  const box = boxOf(attribute(table, 'ref') ?? '');
  const copied: CopiedFormula[] = [];
  const edits: Edit[] = [];
  let open = tag;
  for (const element of elementsOf(column, 'calculatedColumnFormula', 'totalsRowFormula')) {
    const inside = insideOf(column, element);
    const formula = textOf(column.slice(inside.start, inside.end));
    const read = translation.read(formula);
    if (!read) continue;
    const isTotal = /totalsRowFormula/.test(element.tag);
    const row = isTotal ? (box?.bottom ?? 1) : (box?.top ?? 0) + 1;
    const cell = addressOf({ row, column: (box?.left ?? 1) + index });
    const plain = translation.plain(read, { at: { sheet, cell } });
    const where = `${isTotal ? 'Total of column' : 'Column'} ${attribute(tag, 'name') ?? ''} of table ${attribute(table, 'displayName') ?? ''}`;
    copied.push(copiedFormula(where, formula, plain));
    const kept = read.isOneCall ? withAttribute(element.tag, 'array', null) : element.tag;
    const text = 'formula' in plain ? `${kept}${escapeXml(plain.formula)}</${nameIn(element.tag)}>` : '';
    edits.push({ start: element.start, end: element.end, text });
    if (isTotal && !text) open = withAttribute(open, 'totalsRowFunction', null);
  }
  return edits.length === 0 ? null : { text: open + splice(column, edits).slice(tag.length), copied };
}
