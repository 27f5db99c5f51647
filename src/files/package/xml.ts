import { badInput } from '../../domain/problem';

/** A tag in a part's text. Positions refer to that text; `end` is one past the last character. */
export interface Tag {
  /** The name without its prefix. */
  name: string;
  kind: 'open' | 'close' | 'empty';
  start: number;
  end: number;
}

/**
 * Reads the tags of a part in order. Nothing is expanded, so a part can't grow while it's read; a document type, which
 * could declare entities, is refused. Text between tags is read from the positions, so all else stays as it is.
 */
export class TagReader {
  constructor(
    readonly text: string,
    private position = 0,
  ) {}

  /** The next tag; null at the end. */
  next(): Tag | null {
    for (;;) {
      const start = this.text.indexOf('<', this.position);
      if (start < 0) return null;
      const second = this.text[start + 1];
      if (second === '!' || second === '?') {
        this.position = this.endOfMarkup(start);
        continue;
      }
      const end = this.endOfTag(start);
      this.position = end;
      const kind = second === '/' ? 'close' : this.text[end - 2] === '/' ? 'empty' : 'open';
      return { name: nameAt(this.text, kind === 'close' ? start + 2 : start + 1), kind, start, end };
    }
  }

  /** The end of an element whose open tag was read last, past its close tag. Tags within it are skipped. */
  skip(tag: Tag): number {
    if (tag.kind === 'empty') return tag.end;
    for (let depth = 1; ;) {
      const inner = this.next();
      if (!inner) throw unreadablePart();
      depth += inner.kind === 'open' ? 1 : inner.kind === 'close' ? -1 : 0;
      if (depth === 0) return inner.end;
    }
  }

  /** Comments, CDATA sections and processing instructions. */
  private endOfMarkup(start: number): number {
    for (const [open, close] of MARKUP) {
      if (!this.text.startsWith(open, start)) continue;
      const end = this.text.indexOf(close, start + open.length);
      if (end < 0) throw unreadablePart();
      return end + close.length;
    }
    throw badInput('A part of this file declares entities, which a workbook has no use for. It is not read.');
  }

  /** A value in quotes may contain ">". */
  private endOfTag(start: number): number {
    let quote = 0;
    for (let index = start + 1; index < this.text.length; index++) {
      const code = this.text.charCodeAt(index);
      if (quote) {
        if (code === quote) quote = 0;
      } else if (code === GREATER) return index + 1;
      else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
    }
    throw unreadablePart();
  }
}

const GREATER = 0x3e;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

const MARKUP = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** A part that breaks off. */
export const unreadablePart = (): Error =>
  badInput("A part of this file isn't complete. Open it in Excel, save it again, and choose that file.");

function nameAt(text: string, from: number): string {
  let end = from;
  let begin = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x3a) begin = end + 1;
    else if (code === 0x3e || code === 0x2f || code <= 0x20) break;
  }
  return text.slice(begin, end);
}

/** The value of an attribute in a tag's text; null if it's missing. `name` is as written, with its prefix. */
export function attribute(tag: string, name: string): string | null {
  const found = attributeAt(tag, name);
  return found ? unescapeXml(tag.slice(found.from, found.to)) : null;
}

/** A tag's text with an attribute set, or removed with null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const found = attributeAt(tag, name);
  if (!found) return value === null ? tag : tag.replace(/\s*\/?>$/, (end) => ` ${name}="${escapeXml(value)}"${end.trim()}`);
  return value === null
    ? tag.slice(0, found.start) + tag.slice(found.to + 1)
    : tag.slice(0, found.from) + escapeXml(value) + tag.slice(found.to);
}

/** `start` includes the white space before the name; `from` and `to` are the value's. */
function attributeAt(tag: string, name: string): { start: number; from: number; to: number } | null {
  ATTRIBUTE.lastIndex = /^<[^\s/>]*/.exec(tag)![0].length;
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
    if (match[1] !== name) continue;
    const to = ATTRIBUTE.lastIndex - 1;
    return { start: match.index, from: to - (match[2] ?? match[3]!).length, to };
  }
  return null;
}

const ATTRIBUTE = /\s*([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text as it's meant: entities of XML and character numbers replaced. There are no others without a document type. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, decimal, hex, name) => {
        if (name) return ENTITIES[name as string]!;
        const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** Text for XML, without characters that XML can't contain. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);

/** A replacement of a stretch of text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with edits made, in the order of their positions; everything between them stays as it is. */
export function splice(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const edit of edits) {
    if (edit.start < position) throw new Error('Edits overlap.');
    pieces.push(text.slice(position, edit.start), edit.text);
    position = edit.end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}
