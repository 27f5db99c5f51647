import { addressOf, textOf } from './package/sheet-cells';
import { boxOf } from './package/address';
import type { SheetPart, WorkbookFile } from './package/book';
import { elementsOf, insideOf, nameIn } from './package/elements';
import { attribute, escapeXml, splice, withAttribute, type Edit } from './package/xml';
import type { CopiedFormula } from './copied-cell';
import { CALCULATES } from './copy-names';
import { asShown } from './rewrite-formula';
import type { Translation } from './translation';

/** Turns the formulas that a sheet's tables have for new rows and for totals. Without a plain one, new rows start blank. */
export async function copyTables({ file }: WorkbookFile, sheet: SheetPart, translation: Translation): Promise<CopiedFormula[]> {
  const copied: CopiedFormula[] = [];
  for (const part of sheet.tables) {
    const text = await file.text(part);
    if (!translation.mayNeed(text)) continue;
    const [table] = elementsOf(text, 'table');
    const box = boxOf(attribute(table?.tag ?? '<table>', 'ref') ?? '');
    const edits: Edit[] = [];
    elementsOf(text, 'tableColumn').forEach((column, index) => {
      const content = text.slice(column.start, column.end);
      let tag = column.tag;
      const changes: Edit[] = [];
      for (const element of elementsOf(content, 'calculatedColumnFormula', 'totalsRowFormula')) {
        const { tag: open, start, end } = element;
        const isTotal = /totalsRowFormula/.test(open);
        const inside = insideOf(content, element);
        const formula = textOf(content.slice(inside.start, inside.end));
        const read = translation.read(formula);
        if (!read) continue;
        const row = isTotal ? (box?.bottom ?? 1) : (box?.top ?? 0) + 1;
        const cell = addressOf({ row, column: (box?.left ?? 1) + index });
        const plain = translation.plain(read, { at: { sheet: sheet.name, cell } });
        const isPlain = 'formula' in plain;
        copied.push({
          where: `${isTotal ? 'Total of column' : 'Column'} ${attribute(column.tag, 'name') ?? ''} of table ${attribute(table!.tag, 'displayName') ?? ''}`,
          from: asShown(formula),
          to: isPlain ? 'formula' : 'removed',
          why: isPlain ? CALCULATES : plain.why,
        });
        const kept = read.isOneCall ? withAttribute(open, 'array', null) : open;
        changes.push({ start, end, text: isPlain ? `${kept}${escapeXml(plain.formula)}</${nameIn(open)}>` : '' });
        if (isTotal && !isPlain) tag = withAttribute(tag, 'totalsRowFunction', null);
      }
      if (changes.length === 0) return;
      edits.push({ start: column.start, end: column.end, text: tag + splice(content, changes).slice(column.tag.length) });
    });
    if (edits.length > 0) file.set(part, splice(text, edits));
  }
  return copied;
}
