import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { ERROR_CODES } from '../../src/storage/error-codes';
import { ExcelError, toExcelError } from '../../src/storage/excel-error';

const DECLARATIONS = 'node_modules/@types/office-js/index.d.ts';

/** The codes that the pinned declarations list: the values of an enum, and a class's static names, which office.js spells with a capital. */
function declaredCodes(): { excel: string[]; extension: string[] } {
  const found = { excel: [] as string[], extension: [] as string[] };
  const source = ts.createSourceFile(DECLARATIONS, readFileSync(DECLARATIONS, 'utf8'), ts.ScriptTarget.Latest);
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const inner of statement.body.statements) {
      if (statement.name.text === 'Excel' && ts.isEnumDeclaration(inner) && inner.name.text === 'ErrorCodes') {
        found.excel.push(...inner.members.map(({ initializer }) => (initializer as ts.StringLiteral).text));
      }
      if (statement.name.text === 'OfficeExtension' && ts.isClassDeclaration(inner) && inner.name?.text === 'ErrorCodes') {
        found.extension.push(
          ...inner.members.map(({ name }) => (name as ts.Identifier).text).map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
        );
      }
    }
  }
  return found;
}

const { excel, extension } = declaredCodes();
const silently = <T>(act: () => T): [T, number] => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const result = act();
  const calls = log.mock.calls.length;
  log.mockRestore();
  return [result, calls];
};

describe('every code Excel may answer with', () => {
  it('is read from the pinned declarations', () => {
    expect(excel.length).toBeGreaterThanOrEqual(34);
    expect(excel).toContain('InvalidSelection');
    expect(extension.length).toBeGreaterThanOrEqual(12);
    expect(extension).toContain('ActivityLimitReached');
  });

  it.each([...new Set([...excel, ...extension])])('%s has a meaning and a plain sentence', (code) => {
    expect(Object.hasOwn(ERROR_CODES, code), `${code} is new in the declarations: say in error-codes.ts what it means`).toBe(true);
  });

  it.each(Object.keys(ERROR_CODES))('%s is told in words a person can act on', (code) => {
    const [trouble] = silently(() => toExcelError({ code, message: 'Something technical.' }));
    expect(trouble.kind).toBe(ERROR_CODES[code]![0]);
    expect(trouble.message).toMatch(/^[A-Z][^]*[.)]$/);
    expect(trouble.message).not.toMatch(/technical|undefined|unknown/);
    // a request keeps what came before the action that failed, so no code tells that nothing was changed
    expect(trouble.message).not.toMatch(/nothing was|not been changed|put back/i);
    expect(trouble.message.length).toBeLessThan(180);
  });

  it.each([
    ['InvalidOperationInCellEditMode', 'editing'],
    ['AccessDenied', 'no permission'],
    ['ItemNotFound', 'gone'],
    ['InvalidSelection', 'no selection'],
    ['InactiveWorkbook', 'another workbook'],
    ['InsertDeleteConflict', 'in the way'],
    ['ResponsePayloadSizeLimitExceeded', 'too large'],
    ['HostIsBusy', 'busy'],
    ['ApiNotFound', 'not supported'],
  ])('%s is %s', (code, kind) => {
    expect(toExcelError({ code }).kind).toBe(kind);
  });
});

describe('troubleOf', () => {
  it('passes a Trouble on', () => {
    const known = new ExcelError('busy');
    expect(toExcelError(known)).toBe(known);
  });

  it.each([
    [{ code: 'BrandNew', message: 'x' }, 'BrandNew'],
    [{ code: 5099, message: 'x' }, '5099'],
    [{ code: 'constructor' }, 'constructor'],
    [new TypeError('x'), 'TypeError'],
    [undefined, 'no code'],
  ])('says of what it does not know what to report: %o', (error, named) => {
    const [trouble, logged] = silently(() => toExcelError(error));
    expect(trouble.kind).toBe('unknown');
    expect(trouble.message).toBe(`An unknown error occurred (${named}). Try again. If it happens again, report the text in parentheses.`);
    expect(logged).toBe(1);
  });

  it.each([
    ['GeneralException', 'WorksheetCollection.add', 'another workbook'],
    ['GeneralException', 'Range.select', 'another workbook'],
    ['InvalidSelection', 'Worksheet.delete', 'another workbook'],
    ['GeneralException', 'Range.formulas', 'unknown'],
    ['InvalidSelection', 'Workbook.getSelectedRange', 'no selection'],
  ])('%s of %s is %s', (code, errorLocation, kind) => {
    expect(silently(() => toExcelError({ code, debugInfo: { errorLocation } }))[0].kind).toBe(kind);
  });

  it('takes a word of protection in a message it does not know for one', () => {
    expect(toExcelError({ code: 'GeneralException', message: 'The sheet is protected.' }).message).toBe(
      'A sheet or the workbook is protected. Unprotect it on the Review tab, then try again.',
    );
  });
});
