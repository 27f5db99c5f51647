import { sheetParts, workbookOf, type PackageParts, type Relationship } from './package-parts';
import { stylesIn, withoutShown } from './xlsx-conditional-formats';
import { attribute, childrenOf, insert, rootTag, SHEET_ORDER, STYLES, STYLES_ORDER } from './xml-elements';

/**
 * Contents of an opened file that the workbench doesn't support and adds when the workbook is saved: parts with all parts
 * they refer to, and elements of sheets and the workbook. Their addresses stay those of the opened file.
 */
export class KeptFile {
  /** The sheets' parts, by their names in the file. */
  private readonly sheets: Map<string, string>;

  constructor(private readonly parts: PackageParts) {
    this.sheets = sheetParts(parts);
  }

  /** Completes a saved file with the opened file's contents; `nameThen` is a sheet's name in the opened file. */
  giveBack(to: PackageParts, nameThen: (name: string) => string | null): void {
    const taken = new Map<string, string>();
    const sheets = [...sheetParts(to)];
    this.relateUnknown('', '', to, taken);
    const workbook = this.relateUnknown(workbookOf(this.parts), workbookOf(to), to, taken);
    this.completeWorkbook(
      to,
      workbook,
      sheets.map(([name]) => name),
      nameThen,
    );
    for (const part of REPLACED) if (this.parts.has(part) && to.has(part)) to.setText(part, this.parts.text(part));
    // Cells of the saved file have cm="1", which must be a dynamic array.
    if (to.has(METADATA) && isDynamicFirst(this.parts.text(METADATA))) to.setText(METADATA, this.parts.text(METADATA));
    this.completeStyles(to);
    const styles = stylesIn(this.parts);
    for (const [name, part] of sheets) {
      const then = this.sheets.get(nameThen(name) ?? '');
      if (then) this.completeSheet(then, part, styles, to, taken);
    }
  }

  /** Copies the targets of a part that the workbench doesn't write, and returns the new IDs of those relationships. */
  private relateUnknown(
    from: string,
    part: string,
    to: PackageParts,
    taken: Map<string, string>,
    isWanted: (relationship: Relationship) => boolean = () => true,
  ): Map<string, string> {
    const ids = new Map<string, string>();
    for (const relationship of this.parts.relationships(from)) {
      if (
        WRITTEN.has(relationship.type.split('/').at(-1)!) ||
        !isWanted(relationship) ||
        (!relationship.isExternal && !this.parts.has(relationship.target))
      )
        continue;
      ids.set(
        relationship.id,
        to.relate(part, {
          ...relationship,
          target: relationship.isExternal ? relationship.target : to.take(this.parts, relationship.target, taken),
        }),
      );
    }
    return ids;
  }

  private completeWorkbook(
    to: PackageParts,
    ids: Map<string, string>,
    names: readonly string[],
    nameThen: (name: string) => string | null,
  ): void {
    const part = workbookOf(to);
    const before = this.parts.text(workbookOf(this.parts));
    let xml = withNamespaces(to.text(part), before);
    const original = childrenOf(before).filter(
      ({ name, text }) => KEPT_OF_WORKBOOK.has(name) && !childrenOf(xml).some((element) => element.name === name) && knows(text, ids),
    );
    for (const element of original) xml = insert(xml, { ...element, text: withIds(element.text, ids) }, WORKBOOK_ORDER);
    const sheetsThen = [...this.sheets.keys()];
    const written = definedNames(xml);
    const missing = definedNames(before).flatMap(({ key, sheet, text }) => {
      const now = sheet === null ? null : names.findIndex((name) => nameThen(name) === sheetsThen[sheet]);
      if (now === -1 || written.some((known) => known.key === key && known.sheet === now)) return [];
      // The workbench supports names of the whole workbook, so a missing one was deleted.
      if (now === null && !/\(|#REF!/.test(text)) return [];
      return now === null ? [text] : [text.replace(/localSheetId="\d+"/, `localSheetId="${now}"`)];
    });
    if (missing.length) {
      const all = [...written.map(({ text }) => text), ...missing].join('');
      xml = insert(
        xml.replace(/<definedNames>[^]*?<\/definedNames>/, ''),
        { name: 'definedNames', text: `<definedNames>${all}</definedNames>` },
        WORKBOOK_ORDER,
      );
    }
    to.setText(part, xml);
  }

  /** Restores conditional formats' styles, table styles and colors, to which sheets and tables refer by number or name. */
  private completeStyles(to: PackageParts): void {
    const before = childrenOf(this.parts.text(STYLES));
    let xml = to.text(STYLES);
    for (const name of ['dxfs', 'tableStyles', 'colors']) {
      const original = before.find((element) => element.name === name);
      if (!original) continue;
      const now = childrenOf(xml).find((element) => element.name === name);
      xml = now ? xml.replace(now.text, () => original.text) : insert(xml, original, STYLES_ORDER);
    }
    to.setText(STYLES, xml);
  }

  private completeSheet(then: string, part: string, styles: readonly string[], to: PackageParts, taken: Map<string, string>): void {
    const before = this.parts.text(then);
    let xml = withNamespaces(to.text(part), before);
    const now = new Set(childrenOf(xml).map(({ name }) => name));
    // A sheet can only have one drawing, so ours with charts replaces the original.
    const ids = this.relateUnknown(then, part, to, taken, ({ type }) => !(now.has('drawing') && type.endsWith('/drawing')));
    for (const element of childrenOf(before)) {
      // The writer only supports default margins.
      if (element.name === 'pageMargins') xml = xml.replace(/<pageMargins[^>]*\/>/, () => element.text);
      if (!KEPT_OF_SHEET.has(element.name) || (now.has(element.name) && !REPEATED.has(element.name))) continue;
      const text = element.name === 'conditionalFormatting' ? withoutShown(element.text, styles) : element.text;
      if (text !== '' && knows(text, ids)) xml = insert(xml, { ...element, text: withIds(text, ids) }, SHEET_ORDER);
    }
    to.setText(part, withSheetProperties(xml, before));
  }
}

const METADATA = 'xl/metadata.xml';
/** Parts where the opened file's version replaces the written one. */
const REPLACED = ['xl/theme/theme1.xml', 'docProps/core.xml'];

/** Types of relationships whose targets are written anyway, and the calculation chain, which Excel rebuilds. */
const WRITTEN = new Set([
  'officeDocument',
  'core-properties',
  'extended-properties',
  'worksheet',
  'styles',
  'sharedStrings',
  'theme',
  'calcChain',
  'sheetMetadata',
  'table',
]);

const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'mc:AlternateContent',
  'xr:revisionPtr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];
const KEPT_OF_WORKBOOK = new Set([
  'fileSharing',
  'workbookProtection',
  'functionGroups',
  'externalReferences',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'webPublishing',
  'webPublishObjects',
  'extLst',
]);

/** Elements of a sheet to keep. The others are supported by the workbench and may have been removed. */
const KEPT_OF_SHEET = new Set(
  SHEET_ORDER.filter(
    (name) =>
      ![
        'sheetPr',
        'dimension',
        'sheetViews',
        'sheetFormatPr',
        'cols',
        'sheetData',
        'sheetProtection',
        'dataValidations',
        'tableParts',
      ].includes(name),
  ),
);
const REPEATED = new Set(['conditionalFormatting']);

const idsIn = (text: string): string[] => [...text.matchAll(/\sr:(?:id|embed|link|pict)="([^"]*)"/g)].map(([, id]) => id!);
/** Whether everything an element refers to exists. */
const knows = (text: string, ids: Map<string, string>): boolean => idsIn(text).every((id) => ids.has(id));
const withIds = (text: string, ids: Map<string, string>): string =>
  text.replaceAll(/(\sr:(?:id|embed|link|pict)=")([^"]*)"/g, (_, before: string, id: string) => `${before}${ids.get(id) ?? id}"`);

/** Adds the namespaces that kept elements use, and which of them readers may ignore. */
function withNamespaces(xml: string, before: string): string {
  const [tag, was] = [rootTag(xml), rootTag(before)];
  const missing = [...was.matchAll(/\s((?:xmlns:\w+|mc:Ignorable))="[^"]*"/g)]
    .filter(([, name]) => attribute(tag, name!) === null)
    .map(([text]) => text);
  return missing.length ? xml.replace(tag, () => tag.replace(/\/?>$/, (end) => missing.join('') + end)) : xml;
}

/** Restores a sheet's properties, such as its tab color. */
function withSheetProperties(xml: string, before: string): string {
  const original = childrenOf(before).find(({ name }) => name === 'sheetPr');
  const now = childrenOf(xml).find(({ name }) => name === 'sheetPr');
  if (!original) return xml;
  if (!now) return insert(xml, original, SHEET_ORDER);
  // Whether a page is made to fit is written with its setup.
  const fit = /<pageSetUpPr[^>]*\/>/.exec(now.text)?.[0] ?? '';
  const rest = fit === '' ? original.text : original.text.replace(/<pageSetUpPr[^>]*\/>/, '');
  const text = fit === '' ? rest : rest.replace(/\/>$|<\/sheetPr>$/, (end) => `${end === '/>' ? '>' : ''}${fit}</sheetPr>`);
  return xml.replace(now.text, () => text);
}

function definedNames(xml: string): { key: string; sheet: number | null; text: string }[] {
  return [...xml.matchAll(/<definedName\s[^>]*>[^<]*<\/definedName>/g)].map(([text]) => {
    const sheet = attribute(text, 'localSheetId');
    return { key: (attribute(text, 'name') ?? '').toUpperCase(), sheet: sheet === null ? null : Number(sheet), text };
  });
}

const isDynamicFirst = (metadata: string): boolean =>
  /<metadataType name="XLDAPR"/.test(metadata) &&
  /<metadataTypes[^>]*><metadataType name="XLDAPR"/.test(metadata) &&
  /<cellMetadata[^>]*><bk><rc t="1" v="0"\/>/.test(metadata);
