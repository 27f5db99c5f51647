import { memoize } from '../../domain/memoize';
import type { WorkbookFile } from './book';
import { appended, elementsOf } from './elements';
import { relationshipsOf } from './relationships';
import { attribute, splice, withAttribute } from './xml';

/** What a new cell looks like. */
export type CellLook = 'plain' | 'heading' | 'wrapped' | 'day' | 'day of every year' | 'percent' | 'amount';

/** The cell formats of a workbook, to which new ones are added at the end, so that those in use stay as they are. */
export class Styles {
  private readonly added: string[] = [];
  private readonly known = new Map<string, number>();

  private constructor(
    private readonly part: string | null,
    private text: string,
    private readonly formats: readonly string[],
  ) {}

  static async of({ file, part }: WorkbookFile): Promise<Styles> {
    const found = (await relationshipsOf(file, part)).find(({ type }) => type === 'styles');
    const name = found ? file.find(found.target) : null;
    const text = name ? await file.text(name) : '';
    const [list] = elementsOf(text, 'cellXfs');
    return new Styles(
      name,
      text,
      list
        ? elementsOf(text.slice(list.start, list.end), 'xf').map(({ start, end }) => text.slice(list.start + start, list.start + end))
        : [],
    );
  }

  /** The format of a cell that shows a day, as another format is apart from that; the same if it shows numbers in its own way. */
  readonly dayLike = memoize((style: number): number => {
    if (!this.part) return style;
    const format = this.formats[style];
    return format && (attribute(openTag(format), 'numFmtId') ?? '0') !== '0'
      ? style
      : this.formatOf(format, { numFmtId: this.numberFormat(DAY_FORMAT), applyNumberFormat: '1' });
  });

  /** The format of a new cell. */
  readonly look = memoize((look: CellLook): number => {
    if (!this.part) return 0;
    switch (look) {
      case 'plain':
        return 0;
      case 'day':
        return this.formatOf(this.formats[0], { numFmtId: this.numberFormat(DAY_FORMAT), applyNumberFormat: '1' });
      case 'day of every year':
        return this.formatOf(this.formats[0], { numFmtId: this.numberFormat('mmm d'), applyNumberFormat: '1' });
      case 'percent':
        return this.formatOf(this.formats[0], { numFmtId: '10', applyNumberFormat: '1' });
      case 'amount':
        return this.formatOf(this.formats[0], { numFmtId: '4', applyNumberFormat: '1' });
      case 'heading':
        return this.formatOf(this.formats[0], { fontId: this.boldFont(), applyFont: '1' });
      case 'wrapped':
        return this.formatOf(this.formats[0], { applyAlignment: '1' }, '<alignment vertical="top" wrapText="1"/>');
    }
  });

  /** Writes the formats that were added. */
  write({ file }: WorkbookFile): void {
    if (!this.part || this.added.length === 0) return;
    file.set(
      this.part,
      this.counted('cellXfs', appended(this.text, 'cellXfs', this.added.join('')), this.formats.length + this.added.length),
    );
  }

  private formatOf(like: string | undefined, attributes: Record<string, string>, within = ''): number {
    const key = JSON.stringify([like, attributes, within]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const open = like ? openTag(like) : `<${this.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const rest = like ? like.slice(open.length) : '';
    const changed = Object.entries(attributes).reduce((tag, [name, value]) => withAttribute(tag, name, value), open);
    const added = within ? `${changed.replace(/\s*\/?>$/, '>')}${within}</${this.prefix}xf>` : changed + rest;
    this.added.push(added);
    const index = this.formats.length + this.added.length - 1;
    this.known.set(key, index);
    return index;
  }

  private get prefix(): string {
    return /<([\w.-]+:)?cellXfs/.exec(this.text)?.[1] ?? '';
  }

  /** The ID of a number format, added if the workbook doesn't have it. Below 164 are Excel's own. */
  private numberFormat(code: string): string {
    const formats = elementsOf(this.text, 'numFmts').flatMap(({ start, end }) => elementsOf(this.text.slice(start, end), 'numFmt'));
    const found = formats.find(({ tag }) => attribute(tag, 'formatCode') === code);
    if (found) return attribute(found.tag, 'numFmtId')!;
    const id = String(formats.reduce((highest, { tag }) => Math.max(highest, Number(attribute(tag, 'numFmtId')) || 0), 163) + 1);
    const format = `<${this.prefix}numFmt numFmtId="${id}" formatCode="${code}"/>`;
    this.text = elementsOf(this.text, 'numFmts').length
      ? this.counted('numFmts', appended(this.text, 'numFmts', format), formats.length + 1)
      : this.atBeginning(`<${this.prefix}numFmts count="1">${format}</${this.prefix}numFmts>`);
    return id;
  }

  private boldFont(): string {
    const [list] = elementsOf(this.text, 'fonts');
    if (!list) return '0';
    const fonts = elementsOf(this.text.slice(list.start, list.end), 'font').map(({ start, end }) =>
      this.text.slice(list.start + start, list.start + end),
    );
    const usual = fonts[0] ?? `<${this.prefix}font/>`;
    const bold = /<([\w.-]+:)?b[\s/>]/.test(usual)
      ? usual
      : usual.endsWith('/>') && openTag(usual) === usual
        ? `${usual.slice(0, -2)}><${this.prefix}b/></${this.prefix}font>`
        : usual.replace(/^(<[^>]*>)/, `$1<${this.prefix}b/>`);
    const found = fonts.indexOf(bold);
    if (found >= 0) return String(found);
    this.text = this.counted('fonts', appended(this.text, 'fonts', bold), fonts.length + 1);
    return String(fonts.length);
  }

  private counted(name: string, text: string, count: number): string {
    const [list] = elementsOf(text, name);
    if (!list || attribute(list.tag, 'count') === null) return text;
    return splice(text, [{ start: list.start, end: list.start + list.tag.length, text: withAttribute(list.tag, 'count', String(count)) }]);
  }

  private atBeginning(added: string): string {
    const [root] = elementsOf(this.text, 'styleSheet');
    const start = root!.start + root!.tag.length;
    return splice(this.text, [{ start, end: start, text: added }]);
  }
}

const openTag = (element: string): string => /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(element)![0];

/** The format in which our cells show days. */
const DAY_FORMAT = 'yyyy-mm-dd';
