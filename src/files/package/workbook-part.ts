import { prefixOf, type WorkbookFile } from './book';
import { sheetText, type NewSheet } from './new-sheet';
import { appended, elementsOf } from './elements';
import { addPart, addRelationship, relationshipsOf, removeParts, removeRelationships } from './relationships';
import type { Styles } from './styles';
import { attribute, escapeXml, splice, TagReader, withAttribute } from './xml';

/** A defined name of the workbook. */
export interface DefinedName {
  name: string;
  refersTo: string;
}

/** Adds sheets after the others. */
export async function addSheets({ file, part }: WorkbookFile, sheets: readonly NewSheet[], styles: Styles): Promise<void> {
  for (const sheet of sheets) {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const number = Array.from({ length: file.names.length + 1 }, (_, index) => index + 1).find(
      (each) => !file.find(`${folder}worksheets/sheet${each}.xml`),
    )!;
    const target = `worksheets/sheet${number}.xml`;
    await addPart(file, `${folder}${target}`, WORKSHEET, sheetText(sheet, styles.look));
    const relationship = await addRelationship(file, part, `${RELATIONSHIP}/worksheet`, target);
    const text = await file.text(part);
    const id = elementsOf(text, 'sheet').reduce((highest, { tag }) => Math.max(highest, Number(attribute(tag, 'sheetId')) || 0), 0) + 1;
    const state = sheet.isHidden ? ' state="hidden"' : '';
    file.set(
      part,
      appended(
        text,
        'sheets',
        `<${prefixOf(text)}sheet name="${escapeXml(sheet.name)}" sheetId="${id}"${state} ${relationshipIdText(text, relationship)}/>`,
      ),
    );
  }
}

/** The attribute with a relationship's ID, with the prefix that the workbook has for it. */
function relationshipIdText(text: string, id: string): string {
  const root = new TagReader(text).next();
  const prefix =
    root && /xmlns:([\w.-]+)\s*=\s*["'][^"']*officeDocument\/2006\/relationships["']/.exec(text.slice(root.start, root.end))?.[1];
  return prefix ? `${prefix}:id="${id}"` : `xmlns:r="${RELATIONSHIP}" r:id="${id}"`;
}

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Adds names to the workbook. */
export async function addNames({ file, part }: WorkbookFile, names: readonly DefinedName[]): Promise<void> {
  if (names.length === 0) return;
  const text = await file.text(part);
  const prefix = prefixOf(text);
  const added = names
    .map(({ name, refersTo }) => `<${prefix}definedName name="${escapeXml(name)}">${escapeXml(refersTo)}</${prefix}definedName>`)
    .join('');
  file.set(
    part,
    elementsOf(text, 'definedNames').length > 0
      ? appended(text, 'definedNames', added)
      : after(text, BEFORE_NAMES, `<${prefix}definedNames>${added}</${prefix}definedNames>`),
  );
}

/** Has Excel calculate all formulas when it opens the copy. */
export async function calculateOnLoad({ file, part }: WorkbookFile): Promise<void> {
  const text = await file.text(part);
  const [settings] = elementsOf(text, 'calcPr');
  file.set(
    part,
    settings
      ? splice(text, [
          { start: settings.start, end: settings.start + settings.tag.length, text: withAttribute(settings.tag, 'fullCalcOnLoad', '1') },
        ])
      : after(text, [...BEFORE_NAMES, 'definedNames'], `<${prefixOf(text)}calcPr fullCalcOnLoad="1"/>`),
  );
}

/** What the schema puts before the defined names (ECMA-376-1, 18.2.27). */
const BEFORE_NAMES = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
];

/** The text with something added after the last of these elements. */
function after(text: string, names: readonly string[], added: string): string {
  const reader = new TagReader(text);
  reader.next();
  let position = -1;
  for (let tag = reader.next(); tag && tag.kind !== 'close'; tag = reader.next()) {
    const end = reader.skip(tag);
    if (names.includes(tag.name)) position = end;
  }
  return position < 0 ? text : splice(text, [{ start: position, end: position, text: added }]);
}

/** Drops the order of calculation, which Excel makes again; one that lists cells without formulas is an error. */
export async function dropCalcChain({ file, part }: WorkbookFile): Promise<void> {
  const chains = (await relationshipsOf(file, part)).filter(({ type }) => type === 'calcChain').map(({ target }) => target);
  if (chains.length === 0) return;
  await removeRelationships(file, part, ({ type }) => type === 'calcChain');
  await removeParts(file, chains);
}
