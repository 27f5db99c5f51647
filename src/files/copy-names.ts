import type { WorkbookFile } from './package/book';
import { elementsOf, insideOf } from './package/elements';
import { textOf } from './package/sheet-cells';
import { attribute, escapeXml, splice, type Edit } from './package/xml';
import { copiedFormula, type CopiedFormula } from './copied-cell';
import type { Translation } from './translation';

/** Turns the names of a workbook whose formula needs the add-in. A name stores no value: without a formula, it's #N/A. */
export async function copyNames({ file, part, sheets }: WorkbookFile, translation: Translation): Promise<CopiedFormula[]> {
  const text = await file.text(part);
  const names = elementsOf(text, 'definedName').map((element) => {
    const { tag } = element;
    return { name: attribute(tag, 'name') ?? '', ...insideOf(text, element), tag };
  });
  const found = new Map<number, { edit: Edit; copied: CopiedFormula }>();
  // A name may use another: those that use a lost one are lost, too.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { name, start, end, tag } of names) {
      const formula = textOf(text.slice(start, end));
      const read = found.get(start)?.copied.to === 'removed' ? null : translation.read(formula);
      if (!read) continue;
      const sheet = sheets[Number(attribute(tag, 'localSheetId') ?? 0)]?.name ?? '';
      const plain = translation.plain(read, { at: { sheet, cell: 'A1' } });
      const isPlain = 'formula' in plain;
      if (!isPlain) translation.lose(name);
      found.set(start, {
        edit: { start, end, text: escapeXml(isPlain ? plain.formula : '#N/A') },
        copied: copiedFormula(`Name ${name}`, formula, plain),
      });
    }
  }
  const inOrder = [...found.values()].sort((a, b) => a.edit.start - b.edit.start);
  if (inOrder.length > 0)
    file.set(
      part,
      splice(
        text,
        inOrder.map(({ edit }) => edit),
      ),
    );
  return inOrder.map(({ copied }) => copied);
}
