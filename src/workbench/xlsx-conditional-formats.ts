import { localA1, parseA1 } from './grid/a1';
import { textOf, type Condition, type ConditionalFormat } from './grid/conditional-formats';
import type { Workbook } from './grid/workbook';
import { sheetParts, type PackageParts } from './package-parts';
import { attribute, childrenOf, escaped, insert, SHEET_ORDER, STYLES, STYLES_ORDER, unescaped } from './xml-elements';

/** The operators of cell values, as files spell them. */
const OPERATORS: Record<string, string> = {
  between: 'Between',
  equal: 'EqualTo',
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqual',
};
/** The kinds of texts, as files spell them, with their operators. */
const TEXTS: Record<string, string> = { beginsWith: 'BeginsWith', containsText: 'Contains', endsWith: 'EndsWith' };

/** A style that has nothing but colors, which is all that the grid shows of one. */
const COLORS =
  /^<dxf><font>(?:<color rgb="FF([0-9A-F]{6})"\/>)?<\/font>(?:<fill><patternFill[^>]*>(?:<fgColor[^>]*\/>)?<bgColor rgb="FF([0-9A-F]{6})"\/><\/patternFill><\/fill>)?<\/dxf>$/;

/** A conditional format in a file, and the cells it is for. */
interface FileFormat {
  ranges: string;
  condition: Condition;
  colors: Pick<ConditionalFormat, 'fill' | 'font'>;
}

/** The rules of a `conditionalFormatting` element that the grid can show; the others are kept as they are. */
function readRules(element: string, styles: readonly string[]): { shown: FileFormat[]; rest: string } {
  const ranges = attribute(element, 'sqref') ?? '';
  const shown: FileFormat[] = [];
  const rest = element.replace(/<cfRule\s[^>]*?(?:\/>|>[^]*?<\/cfRule>)/g, (rule) => {
    const condition = conditionOf(rule);
    const [, font, fill] = COLORS.exec(styles[Number(attribute(rule, 'dxfId') ?? -1)] ?? '') ?? [];
    if (!condition || attribute(rule, 'stopIfTrue') || !(font ?? fill)) return rule;
    shown.push({ ranges, condition, colors: { ...(font && { font: `#${font}` }), ...(fill && { fill: `#${fill}` }) } });
    return '';
  });
  return { shown, rest: rest.includes('<cfRule') ? rest : '' };
}

function conditionOf(rule: string): Condition | null {
  const [type, operator] = [attribute(rule, 'type') ?? '', attribute(rule, 'operator') ?? ''];
  const [formula1, formula2] = [...rule.matchAll(/<formula>([^<]*)<\/formula>/g)].map(([, text]) => `=${unescaped(text!)}`);
  // Univer counts a rule with a formula as a calculation of its own, which a workbook isn't done with when its cells are.
  if (type === 'expression') return null;
  const text = attribute(rule, 'text');
  if (TEXTS[type] && text !== null) return { type: 'ContainsText', operator: TEXTS[type], text: unescaped(text) };
  if (type !== 'cellIs' || !OPERATORS[operator] || formula1 === undefined) return null;
  const isNumber = (formula: string | undefined): boolean => formula !== undefined && /^=-?[\d.]+(E[+-]?\d+)?$/i.test(formula);
  const isKnown =
    (operator === 'equal' && textOf(formula1) !== null) || (isNumber(formula1) && (operator !== 'between' || isNumber(formula2)));
  return isKnown ? { type: 'CellValue', operator: OPERATORS[operator], formula1, ...(formula2 !== undefined && { formula2 }) } : null;
}

/** A file's styles of conditional formats, to which rules refer by number. */
export const stylesIn = (parts: PackageParts): string[] => {
  const dxfs = childrenOf(parts.text(STYLES)).find(({ name }) => name === 'dxfs')?.text ?? '';
  return childrenOf(dxfs).map(({ text }) => text.replace(/>\s+</g, '><'));
};

/** The conditional formats of a file's sheets that the grid can show, by sheet name, lowest priority first. */
export function readConditionalFormats(parts: PackageParts): ReadonlyMap<string, readonly FileFormat[]> {
  const styles = stylesIn(parts);
  return new Map(
    [...sheetParts(parts)].map(([name, part]) => [
      name,
      childrenOf(parts.text(part)).flatMap((child) => (child.name === 'conditionalFormatting' ? readRules(child.text, styles).shown : [])),
    ]),
  );
}

/** A `conditionalFormatting` element without the rules that the grid shows, in a file with these styles; '' if it has no others. */
export const withoutShown = (element: string, styles: readonly string[]): string => readRules(element, styles).rest;

/** Adds a file's formats to the grid. */
export function addConditionalFormats(book: Workbook, formats: ReadonlyMap<string, readonly FileFormat[]>): void {
  for (const sheet of book.sheets.all)
    for (const { ranges, condition, colors } of formats.get(sheet.getName()) ?? [])
      for (const range of ranges.split(' ')) {
        const box = parseA1(range);
        if (box) book.conditionalFormats.add({ sheet, ...box }, condition, colors);
      }
}

/** Writes the grid's formats to a saved file, after those that were kept. */
export function writeConditionalFormats(book: Workbook, parts: PackageParts): void {
  const styles = stylesIn(parts);
  let isChanged = false;
  for (const [name, part] of sheetParts(parts)) {
    const formats = book.conditionalFormats.all.filter(({ sheet, applied }) => sheet.getName() === name && applied !== undefined);
    const xml = parts.text(part);
    let text = '';
    let priority = Math.max(0, ...[...xml.matchAll(/<cfRule\s[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'priority'))));
    for (const format of formats) {
      const areas = book.conditionalFormats.areasOf(format);
      if (areas.length === 0) continue;
      const style = styleOf(format);
      if (!styles.includes(style)) styles.push(style);
      const rule = writeRule(
        format.condition,
        `dxfId="${styles.indexOf(style)}" priority="${++priority}"`,
        localA1({ ...areas[0]!, rows: 1, columns: 1 }),
      );
      text += `<conditionalFormatting sqref="${areas.map(localA1).join(' ')}">${rule}</conditionalFormatting>`;
    }
    if (text === '') continue;
    parts.setText(part, insert(xml, { name: 'conditionalFormatting', text }, SHEET_ORDER));
    isChanged = true;
  }
  if (!isChanged) return;
  const xml = parts.text(STYLES);
  const before = childrenOf(xml).find(({ name }) => name === 'dxfs');
  const text = `<dxfs count="${styles.length}">${styles.join('')}</dxfs>`;
  parts.setText(STYLES, before ? xml.replace(before.text, () => text) : insert(xml, { name: 'dxfs', text }, STYLES_ORDER));
}

const rgb = (color: string): string => `FF${color.replace(/^#/, '').toUpperCase()}`;
const styleOf = ({ font, fill }: ConditionalFormat): string =>
  `<dxf><font>${font ? `<color rgb="${rgb(font)}"/>` : ''}</font>` +
  `${fill ? `<fill><patternFill><bgColor rgb="${rgb(fill)}"/></patternFill></fill>` : ''}</dxf>`;

/** A rule; `first` is the first cell it is for, which formulas about texts name. */
function writeRule({ type, operator, formula1, formula2, text = '' }: Condition, attributes: string, first: string): string {
  const spelled = (known: Record<string, string>): string => Object.keys(known).find((name) => known[name] === operator)!;
  const formula = (written: string): string => `<formula>${escaped(written.replace(/^=/, ''))}</formula>`;
  if (type === 'Custom') return `<cfRule type="expression" ${attributes}>${formula(formula1!)}</cfRule>`;
  if (type === 'CellValue')
    return `<cfRule type="cellIs" ${attributes} operator="${spelled(OPERATORS)}">${formula(formula1!)}${formula2 === undefined ? '' : formula(formula2)}</cfRule>`;
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const looks: Record<string, string> = {
    BeginsWith: `LEFT(${first},LEN(${quoted}))=${quoted}`,
    Contains: `NOT(ISERROR(SEARCH(${quoted},${first})))`,
    EndsWith: `RIGHT(${first},LEN(${quoted}))=${quoted}`,
  };
  return `<cfRule type="${spelled(TEXTS)}" ${attributes} operator="${spelled(TEXTS)}" text="${escaped(text)}">${formula(looks[operator!]!)}</cfRule>`;
}
