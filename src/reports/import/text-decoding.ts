/**
 * Decodes a file's bytes, piece by piece. UTF-16 is identified by its byte order mark or zero bytes. UTF-8 needs no mark;
 * a file that isn't valid UTF-8 is Windows-1252, as Excel saves "CSV".
 */
export class TextDecoding {
  private decode: ((bytes: Uint8Array, last: boolean) => string) | null = null;
  private readonly lineFeeds = new LineFeeds();

  /** The text of the next bytes. The first call determines the encoding, so it should have at least some hundred bytes. */
  push(bytes: Uint8Array, last: boolean): string {
    if (this.decode) return this.lineFeeds.push(this.decode(bytes, last), last);
    const { decode, mark } = encodingOf(bytes);
    this.decode = decode;
    return this.lineFeeds.push(decode(bytes.subarray(mark), last), last);
  }
}

/** Makes all line breaks \n or \r\n. A single \r is only a line break in files without any \n. */
export class LineFeeds {
  private held = '';
  private isOldMac: boolean | null = null;

  /** The text with those line breaks; a \r at its end waits for the next piece. */
  push(text: string, last: boolean): string {
    let piece = this.held + text;
    this.held = '';
    if (!last && piece.endsWith('\r')) {
      piece = piece.slice(0, -1);
      this.held = '\r';
    }
    if (this.isOldMac === null && /[\r\n]/.test(piece)) this.isOldMac = !piece.includes('\n');
    return this.isOldMac ? piece.replaceAll('\r', '\n') : piece;
  }
}

interface Encoding {
  decode: (bytes: Uint8Array, last: boolean) => string;
  /** The length of the byte order mark. */
  mark: number;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { decode: streaming('utf-16le'), mark: 2 };
  if (a === 0xfe && b === 0xff) return { decode: streaming('utf-16be'), mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { decode: utf8OrWindows(), mark: 3 };
  if (a !== 0 && b === 0 && c !== 0) return { decode: streaming('utf-16le'), mark: 0 };
  if (a === 0 && b !== 0 && c === 0) return { decode: streaming('utf-16be'), mark: 0 };
  return { decode: utf8OrWindows(), mark: 0 };
}

function streaming(encoding: string): Encoding['decode'] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

function utf8OrWindows(): Encoding['decode'] {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows = new TextDecoder('windows-1252');
  let rest: Uint8Array = new Uint8Array(0);
  let isWindows = false;
  return (bytes, last) => {
    const all = rest.length === 0 ? bytes : joined(rest, bytes);
    const end = last ? all.length : lastBoundary(all);
    const whole = all.subarray(0, end);
    rest = all.slice(end);
    if (isWindows) return windows.decode(whole);
    try {
      return strict.decode(whole);
    } catch {
      const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole);
      isWindows = looksLikeWindows(lenient);
      return isWindows ? windows.decode(whole) : lenient;
    }
  };
}

/** Whether invalid UTF-8 is Windows-1252. In UTF-8, a stray byte spoils one letter; as Windows-1252, all others would be wrong. */
function looksLikeWindows(lenient: string): boolean {
  const spoiled = lenient.split('\uFFFD').length - 1;
  const good = (lenient.match(/[\u0080-\uFFFC]/g) ?? []).length;
  return spoiled > good;
}

/** The end of the last complete character, since a piece may end inside one. */
function lastBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Concatenates bytes. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
