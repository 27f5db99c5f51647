import { ELSEWHERE_32, u32 } from '../../zip/fields';
import { DEFLATED, HEADER_BEGINS } from '../../zip/member';
import { END_BEGINS, ENTRY_BEGINS, type ZipMember } from '../../zip/directory';

/** An entry of a zip to write: as another zip has it, or new. */
export type ZipEntry = { kept: Uint8Array; directory: Uint8Array; member: ZipMember } | NewEntry;

interface NewEntry {
  name: string;
  packed: Uint8Array;
  crc: number;
  unpacked: number;
}

/** A zip of these entries, in this order (PKWARE's APPNOTE, 4.3). Kept entries are copied, their headers included. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  for (const entry of entries) {
    directory.push(listed(entry, offset));
    if ('kept' in entry) put(entry.kept);
    else {
      put(headerOf(entry));
      put(entry.packed);
    }
  }
  const from = offset;
  directory.forEach(put);
  put(fields([END_BEGINS, 4], [0, 4], [entries.length, 2], [entries.length, 2], [offset - from, 4], [from, 4], [0, 2]));
  return joined(parts, offset);
}

function listed(entry: ZipEntry, offset: number): Uint8Array {
  if ('kept' in entry) {
    // In a large zip the offset is stored elsewhere; what we write is never that large.
    if (u32(entry.directory, 42) === ELSEWHERE_32) return listedAs(entry.member.name, entry.member, offset);
    const copy = entry.directory.slice();
    new DataView(copy.buffer).setUint32(42, offset, true);
    return copy;
  }
  return listedAs(new TextEncoder().encode(entry.name), saidOf(entry), offset);
}

/** What the records of a zip say of a file. */
type Said = Pick<ZipMember, 'flags' | 'method' | 'crc' | 'packed' | 'unpacked'>;

const saidOf = ({ crc, packed, unpacked }: NewEntry): Said => ({ flags: 0, method: DEFLATED, crc, packed: packed.length, unpacked });

function listedAs(name: Uint8Array, said: Said, offset: number): Uint8Array {
  const fixed = fields([ENTRY_BEGINS, 4], [VERSION, 2], ...fieldsOf(said, name), [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
  return joined([fixed, name], fixed.length + name.length);
}

function headerOf(entry: NewEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const fixed = fields([HEADER_BEGINS, 4], ...fieldsOf(saidOf(entry), name));
  return joined([fixed, name], fixed.length + name.length);
}

/** What a file's header and its entry in the directory have in common; without extra fields, whose length is the last. */
const fieldsOf = ({ flags, method, crc, packed, unpacked }: Said, name: Uint8Array): Field[] => [
  [VERSION, 2],
  [flags, 2],
  [method, 2],
  [0, 2],
  [JANUARY_1980, 2],
  [crc, 4],
  [packed, 4],
  [unpacked, 4],
  [name.length, 2],
  [0, 2],
];

type Field = readonly [value: number, bytes: number];

/** Numbers of so many bytes each, least byte first. */
function fields(...numbers: readonly Field[]): Uint8Array {
  const all = new Uint8Array(numbers.reduce((sum, [, bytes]) => sum + bytes, 0));
  let index = 0;
  for (const [value, bytes] of numbers) {
    for (let byte = 0; byte < bytes; byte++) all[index++] = Math.floor(value / 256 ** byte) & 255;
  }
  return all;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/** Deflate needs version 2.0 of the format. */
const VERSION = 20;
/** The date that Excel writes, so that the same workbook gives the same bytes. */
const JANUARY_1980 = 0x21;
