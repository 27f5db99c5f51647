/**
 * Makes a file's bytes UTF-8, piece by piece, with \n or \r\n as line breaks. UTF-16 is identified by its byte order mark or
 * zero bytes. UTF-8 needs no mark, and its bytes stay as they are; a file that isn't valid UTF-8 is Windows-1252, as Excel
 * saves "CSV".
 */
export class TextDecoding {
  private recode: Recode | null = null;
  private readonly lineFeeds = new LineFeeds();

  /** The next bytes as whole letters. The first call determines the encoding, so it should have at least some hundred bytes. */
  push(bytes: Uint8Array, last: boolean): Uint8Array {
    if (this.recode) return this.lineFeeds.push(this.recode(bytes, last), last);
    const { recode, mark } = encodingOf(bytes);
    this.recode = recode;
    return this.lineFeeds.push(recode(bytes.subarray(mark), last), last);
  }
}

/** Makes all line breaks \n or \r\n. A single \r is only a line break in files without any \n. */
export class LineFeeds {
  private isHeld = false;
  private isOldMac: boolean | null = null;

  /** The bytes with those line breaks; a \r at their end waits for the next piece. */
  push(bytes: Uint8Array, last: boolean): Uint8Array {
    let piece = this.isHeld ? joined(Uint8Array.of(CARRIAGE_RETURN), bytes) : bytes;
    this.isHeld = !last && piece.at(-1) === CARRIAGE_RETURN;
    if (this.isHeld) piece = piece.subarray(0, -1);
    if (this.isOldMac === null) {
      const hasFeed = piece.includes(LINE_FEED);
      if (hasFeed || piece.includes(CARRIAGE_RETURN)) this.isOldMac = !hasFeed;
    }
    return this.isOldMac ? piece.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte)) : piece;
  }
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

type Recode = (bytes: Uint8Array, last: boolean) => Uint8Array;

interface Encoding {
  recode: Recode;
  /** The length of the byte order mark. */
  mark: number;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { recode: fromUtf16('utf-16le'), mark: 2 };
  if (a === 0xfe && b === 0xff) return { recode: fromUtf16('utf-16be'), mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { recode: fromUtf8OrWindows(), mark: 3 };
  if (a !== 0 && b === 0 && c !== 0) return { recode: fromUtf16('utf-16le'), mark: 0 };
  if (a === 0 && b !== 0 && c === 0) return { recode: fromUtf16('utf-16be'), mark: 0 };
  return { recode: fromUtf8OrWindows(), mark: 0 };
}

/** The text of bytes in UTF-8. */
export const textOfBytes = (bytes: Uint8Array): string => UTF8.decode(bytes);

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function fromUtf16(encoding: string): Recode {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, last) => bytesOf(decoder.decode(bytes, { stream: !last }));
}

function fromUtf8OrWindows(): Recode {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows = new TextDecoder('windows-1252');
  let rest: Uint8Array = new Uint8Array(0);
  let isWindows = false;
  return (bytes, last) => {
    const all = joined(rest, bytes);
    const end = last ? all.length : lastBoundary(all);
    const whole = all.subarray(0, end);
    rest = all.slice(end);
    if (isAscii(whole)) return whole;
    if (isWindows) return bytesOf(windows.decode(whole));
    try {
      strict.decode(whole);
      return whole;
    } catch {
      const lenient = textOfBytes(whole);
      isWindows = looksLikeWindows(lenient);
      return bytesOf(isWindows ? windows.decode(whole) : lenient);
    }
  };
}

const NO_WORDS = new Int32Array(0);

/** Whether bytes are the same text in UTF-8 and Windows-1252. Looks at four at once, since a report has hundreds of megabytes. */
function isAscii(bytes: Uint8Array): boolean {
  const start = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const words = (bytes.length - start) >> 2;
  const view = words === 0 ? NO_WORDS : new Int32Array(bytes.buffer, bytes.byteOffset + start, words);
  let all = 0;
  for (let word = 0; word < words; word++) all |= view[word]!;
  for (let position = 0; position < start; position++) all |= bytes[position]!;
  for (let position = start + words * 4; position < bytes.length; position++) all |= bytes[position]!;
  return (all & 0x80808080) === 0;
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

/** Concatenates bytes; a copy only if both have some. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
