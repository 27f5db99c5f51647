/** A child of an XML part's root element. */
export interface XmlElement {
  /** With its prefix, such as `conditionalFormatting` or `mc:AlternateContent`. */
  name: string;
  text: string;
}

/** The children of a part's root element. Their content isn't parsed, so it can be written back unchanged. */
export function childrenOf(xml: string): XmlElement[] {
  const children: XmlElement[] = [];
  let depth = 0;
  let from = 0;
  for (const match of xml.matchAll(TAG)) {
    const [tag, closing, name, selfClosing] = match;
    if (name === undefined) continue;
    if (!closing && depth === 1) from = match.index;
    if (closing) depth--;
    if (depth === 1 && (closing || selfClosing)) children.push({ name, text: xml.slice(from, match.index + tag.length) });
    if (!closing && !selfClosing) depth++;
  }
  return children;
}

/** The opening tag of a part's root element. */
export function rootTag(xml: string): string {
  return /<[A-Za-z_][^>]*>/.exec(xml.replace(/<\?[^]*?\?>/, ''))?.[0] ?? '';
}

/** An attribute of a tag. */
export function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

/** An attribute's or a text's characters. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

/** Text for an attribute or an element. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Inserts an element where the format requires it, after existing ones of its kind. */
export function insert(xml: string, element: XmlElement, order: readonly string[]): string {
  const place = order.indexOf(element.name);
  const next = childrenOf(xml).find(({ name }) => order.indexOf(name) > place);
  const position = next ? xml.indexOf(next.text) : xml.lastIndexOf('</');
  return xml.slice(0, position) + element.text + xml.slice(position);
}

/** The part with a file's styles. */
export const STYLES = 'xl/styles.xml';

/** The order of a sheet's elements. */
export const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'mc:AlternateContent',
  'tableParts',
  'extLst',
];

/** The order of the elements of styles. */
export const STYLES_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

// Matches comments, instructions and character data so that tags in them are ignored.
const TAG = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(\/)?([A-Za-z_][\w.:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/)?>/g;
