import type { IDefinedNamesServiceParam } from '@univerjs/engine-formula';
import { absoluteA1, parseA1, quoteSheet, splitSheet, type Area } from './a1';
import { alreadyExists, badArgument } from './excel-error';
import { newId } from './new-id';
import type { Workbook } from './workbook';

/** A defined name as Univer stores it. */
export type Name = IDefinedNamesServiceParam;

/** Whether a text is valid as a defined name or a table's name. */
export function isName(text: string): boolean {
  return /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text) && text.length <= 255 && !parseA1(text) && !/^r\d*c\d*$/i.test(text);
}

/** The names defined in a workbook. */
export class Names {
  constructor(private readonly book: Workbook) {}

  get all(): Name[] {
    const { IDefinedNamesService } = this.book.engine.modules.formula;
    return Object.values(this.book.engine.injector.get(IDefinedNamesService).getDefinedNameMap(this.book.unitId) ?? {});
  }

  find(name: string): Name | undefined {
    const wanted = String(name).toUpperCase();
    return this.all.find((candidate) => candidate.name.toUpperCase() === wanted);
  }

  add(name: string, refersTo: string, comment = ''): Name {
    if (this.find(name) || this.book.tables.find(name)) throw alreadyExists('NamedItemCollection.add');
    if (!isName(name)) throw badArgument('NamedItemCollection.add');
    this.book.run('sheet.command.insert-defined-name', {
      id: newId(),
      name,
      formulaOrRefString: refersTo,
      comment,
      localSheetId: 'AllDefaultWorkbook',
    });
    return this.find(name)!;
  }

  change(name: Name, patch: Partial<Name>): void {
    this.book.run('sheet.command.set-defined-name', { ...name, ...patch });
  }

  /** Formulas keep a name that is removed, and find nothing by it. Univer's command would write #REF! into them. */
  remove(name: Name): void {
    this.book.run('formula.mutation.remove-defined-name', { ...name });
  }

  /** The area a name refers to, or null if it refers to something else. */
  area(name: Name): Area | null {
    const { sheet: written, local } = splitSheet(name.formulaOrRefString.replace(/^=/, ''));
    const box = written !== null && parseA1(local);
    const sheet = box && this.book.sheets.find(written);
    return sheet ? { sheet, ...box } : null;
  }

  /** 'Sheet1!$A$1:$B$2' */
  absolute(area: Area): string {
    return `${quoteSheet(area.sheet.getName())}!${absoluteA1(area)}`;
  }

  /** What Univer stores for a name's formula: an absolute reference, or the formula with its =. */
  refersTo(text: string): string {
    try {
      return this.absolute(this.book.sheets.parse(text.replace(/^=/, '')));
    } catch {
      return text.startsWith('=') ? text : `=${text}`;
    }
  }
}
