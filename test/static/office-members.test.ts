import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasSet, hostProfile } from '../../src/workbench/office/host-profiles';
import { officeMembers, type NamedMember } from '../support/office-members';

/** All that ships: not the workbench, not what builds the add-in or runs in a terminal. */
const SHIPPED = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name) && !/^src\/(workbench|build|terminal)\//.test(name))
  .sort();
const FLOOR = hostProfile(readFileSync('manifest.xml', 'utf8'), 'floor');
/** Sets that some kind of Excel never gets, and what Microsoft may still change. */
const NOT_EVERYWHERE = /^(ExcelApiOnline|ExcelApiDesktop)$/;

/** Whether every Excel that the manifest lets in has a member, or where it has not, a check of exactly its set stands before it. */
function isHeld({ set, guards }: NamedMember): boolean {
  if (!set) return true;
  const [name, version] = set;
  if (hasSet(FLOOR, name, version)) return true;
  const guard = guards.find((candidate) => candidate.set === set.join(' '));
  return guard !== undefined && (!NOT_EVERYWHERE.test(name) || guard.hasOtherWay);
}

/** Sources that name a member of a newer Excel, and which. */
const BEYOND: [what: string, source: string, member: string][] = [
  ['a method', 'export const f = (table: Excel.Table) => table.rows.deleteRowsAt(0);', 'TableRowCollection.deleteRowsAt'],
  ['a method of a desktop alone', 'export const f = (cell: Excel.Range) => cell.showPrecedents();', 'Range.showPrecedents'],
  ['a property that is read', 'export const f = (sheet: Excel.Worksheet) => sheet.showDataTypeIcons;', 'Worksheet.showDataTypeIcons'],
  [
    'a property that is set',
    'export const f = (sheet: Excel.Worksheet) => { sheet.showDataTypeIcons = true; };',
    'Worksheet.showDataTypeIcons',
  ],
  ['a property in brackets', "export const f = (sheet: Excel.Worksheet) => sheet['showDataTypeIcons'];", 'Worksheet.showDataTypeIcons'],
  ['a destructured property', 'export const f = ({ showDataTypeIcons: on }: Excel.Worksheet) => on;', 'Worksheet.showDataTypeIcons'],
  ['an event', 'export const f = (sheet: Excel.Worksheet) => sheet.onNameChanged.add(async () => undefined);', 'Worksheet.onNameChanged'],
  [
    'an argument of an older event',
    'export const f = (sheet: Excel.Worksheet) => sheet.onProtectionChanged.add(async (told) => { console.log(told.sheetPasswordChanged); });',
    'WorksheetProtectionChangedEventArgs.sheetPasswordChanged',
  ],
  [
    'a destructured argument',
    'export const f = (sheet: Excel.Worksheet) => sheet.onProtectionChanged.add(async ({ sheetPasswordChanged: it }) => { console.log(it); });',
    'WorksheetProtectionChangedEventArgs.sheetPasswordChanged',
  ],
  [
    'a destructured argument of a function with a type of its own',
    'const tell = async ({ sheetPasswordChanged }: { sheetPasswordChanged?: boolean }) => { console.log(sheetPasswordChanged); };\nexport const f = (sheet: Excel.Worksheet) => sheet.onProtectionChanged.add(tell);',
    'WorksheetProtectionChangedEventArgs.sheetPasswordChanged',
  ],
  [
    'an argument read later in a function with a type of its own',
    'function tell(told: { sheetPasswordChanged?: boolean }): Promise<void> { const { sheetPasswordChanged } = told; console.log(sheetPasswordChanged); return Promise.resolve(); }\nexport const f = (sheet: Excel.Worksheet) => sheet.onProtectionChanged.add(tell);',
    'WorksheetProtectionChangedEventArgs.sheetPasswordChanged',
  ],
  [
    'the text of a load',
    "export const f = (sheet: Excel.Worksheet) => sheet.load('name, showDataTypeIcons');",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'a nested path of a load',
    "export const f = (table: Excel.Table) => table.load('name,worksheet/showDataTypeIcons');",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'a path through a collection',
    "export const f = (book: Excel.Workbook) => book.worksheets.load('items/tables/items/worksheet/showDataTypeIcons');",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'a collection that leaves out items',
    "export const f = (book: Excel.Workbook) => book.worksheets.load('showDataTypeIcons');",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'names in a list',
    "export const f = (sheet: Excel.Worksheet) => sheet.load(['name', 'showDataTypeIcons']);",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'names kept in a constant',
    "const NAMES = 'name,showDataTypeIcons';\nexport const f = (sheet: Excel.Worksheet) => sheet.load(NAMES);",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'an object of what to load',
    'export const f = (table: Excel.Table) => table.load({ name: true, worksheet: { showDataTypeIcons: true } });',
    'Worksheet.showDataTypeIcons',
  ],
  [
    'select and expand',
    "export const f = (table: Excel.Table) => table.load({ select: 'name', expand: 'worksheet/showDataTypeIcons' });",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'context.load',
    "export const f = (context: Excel.RequestContext, sheet: Excel.Worksheet) => context.load(sheet, 'showDataTypeIcons');",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'names that only a run can tell',
    'export const f = (sheet: Excel.Worksheet, names: string) => sheet.load(names);',
    'load() of names that are not written out',
  ],
  ['a name that there is not', "export const f = (sheet: Excel.Worksheet) => sheet.load('colour');", "load('colour')"],
  ['a value of an enumeration', 'export const f = () => Excel.EntityCompactLayoutIcons.apple;', 'EntityCompactLayoutIcons.apple'],
  [
    'such a value as text',
    "export const f = (book: Excel.Workbook) => { const icon: Excel.EntityCompactLayoutIcons | 'Apple' = 'Apple'; return [book, icon]; };",
    'EntityCompactLayoutIcons.apple',
  ],
  [
    'a member of the Common API',
    'export const f = () => Office.addin.beforeDocumentCloseNotification;',
    'Addin.beforeDocumentCloseNotification',
  ],
  [
    'an argument of a custom function',
    'export const f = (invocation: CustomFunctions.Invocation) => invocation.isInValuePreview;',
    'Invocation.isInValuePreview',
  ],
  [
    'a check of another set',
    "export const f = (sheet: Excel.Worksheet) => (Office.context.requirements.isSetSupported('ExcelApi', '1.18') ? sheet.showDataTypeIcons : null);",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'the branch without the set',
    "export const f = (sheet: Excel.Worksheet) => (Office.context.requirements.isSetSupported('ExcelApi', '1.19') ? null : sheet.showDataTypeIcons);",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'a check that came too late',
    "export function f(sheet: Excel.Worksheet) { sheet.showDataTypeIcons = true; if (!Office.context.requirements.isSetSupported('ExcelApi', '1.19')) return; }",
    'Worksheet.showDataTypeIcons',
  ],
  [
    'the web alone, with a check and no other way',
    "export function f(table: Excel.Table) { if (Office.context.requirements.isSetSupported('ExcelApiOnline', '1.1')) table.rows.deleteRowsAt(0); }",
    'TableRowCollection.deleteRowsAt',
  ],
];

/** The same behind a check of exactly its set. */
const CHECKED: [what: string, source: string][] = [
  [
    'a condition',
    "export const f = (sheet: Excel.Worksheet) => (Office.context.requirements.isSetSupported('ExcelApi', '1.19') ? sheet.showDataTypeIcons : null);",
  ],
  [
    'an if',
    "export function f(sheet: Excel.Worksheet) { if (Office.context.requirements.isSetSupported('ExcelApi', '1.19') && sheet.name) sheet.load('showDataTypeIcons'); }",
  ],
  [
    'a way out before it',
    "export function f(sheet: Excel.Worksheet) { if (!Office.context.requirements.isSetSupported('ExcelApi', '1.19')) return; sheet.showDataTypeIcons = true; }",
  ],
  [
    'a check kept in a constant',
    "export function f(sheet: Excel.Worksheet) { const isThere = Office.context.requirements.isSetSupported('ExcelApi', '1.19'); if (isThere) sheet.showDataTypeIcons = true; }",
  ],
  [
    'office.js’s own check',
    "export const f = (sheet: Excel.Worksheet) => Office.context.requirements.isSetSupported('ExcelApi', '1.19') && sheet.showDataTypeIcons;",
  ],
  [
    'the web alone, with another way',
    "export function f(table: Excel.Table) { if (Office.context.requirements.isSetSupported('ExcelApiOnline', '1.1')) table.rows.deleteRowsAt(0); else table.getDataBodyRange().getRow(0).delete('Up'); }",
  ],
];

const nameOf = (list: string, index: number): string => `src/storage/${list}-${index}.ts`;
const planted = Object.fromEntries([
  ...BEYOND.map(([, source], index) => [nameOf('beyond', index), source] as const),
  ...CHECKED.map(([, source], index) => [nameOf('checked', index), source] as const),
]);
const found = officeMembers(SHIPPED, planted);
const named = new Map<string, NamedMember[]>();
for (const member of found)
  if (!planted[member.place.replace(/:\d+$/, '')]) named.set(member.member, [...(named.get(member.member) ?? []), member]);

describe('the add-in names no member of Office.js beyond what the manifest asks for', () => {
  it.each([...named].sort(([a], [b]) => a.localeCompare(b)))('%s', (_member, uses) => {
    expect(uses.filter((use) => !isHeld(use))).toEqual([]);
  });

  it('all kinds of names are seen: methods, properties, event arguments, what is loaded, values', () => {
    expect(named.size).toBeGreaterThan(120);
    const kinds = [
      'Table.resize',
      'Range.formulas',
      'WorksheetChangedEventArgs.triggerSource',
      'TableChangedEventArgs.tableId',
      'Table.name',
      'ChartType.columnStacked',
      'PageOrientation.portrait',
      'Addin.showAsTaskpane',
    ];
    expect(kinds.filter((kind) => !named.has(kind))).toEqual([]);
  });
});

describe('the finder', () => {
  const membersIn = (file: string): NamedMember[] => found.filter((member) => member.place.startsWith(`${file}:`));
  const beyondIn = (file: string): string[] =>
    membersIn(file)
      .filter((member) => !isHeld(member))
      .map(({ member }) => member);

  it.each(BEYOND.map(([what, , member], index) => [what, member, nameOf('beyond', index)] as const))(
    'sees %s: %s',
    (_what, member, file) => {
      expect(beyondIn(file)).toContain(member);
    },
  );

  it.each(CHECKED.map(([what], index) => [what, nameOf('checked', index)] as const))('takes a member behind %s', (_what, file) => {
    expect(membersIn(file).filter(({ guards }) => guards.length > 0)).not.toEqual([]);
    expect(beyondIn(file)).toEqual([]);
  });
});
