import { ELSEWHERE_32, u32 } from '../../zip/fields';
import { DEFLATED } from '../../zip/member';
import type { ZipMember } from '../../zip/directory';

/** An entry of a zip to write: as another zip has it, or new. */
export type ZipEntry =
  { kept: Uint8Array; directory: Uint8Array; member: ZipMember } | { name: string; packed: Uint8Array; crc: number; unpacked: number };

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
  put(fields([0x06054b50, 4], [0, 4], [entries.length, 2], [entries.length, 2], [offset - from, 4], [from, 4], [0, 2]));
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
  const { crc, packed, unpacked } = entry;
  return listedAs(new TextEncoder().encode(entry.name), { flags: 0, method: DEFLATED, crc, packed: packed.length, unpacked }, offset);
}

function listedAs(
  name: Uint8Array,
  member: Pick<ZipMember, 'flags' | 'method' | 'crc' | 'packed' | 'unpacked'>,
  offset: number,
): Uint8Array {
  const { flags, method, crc, packed, unpacked } = member;
  const fixed = fields(
    [0x02014b50, 4],
    [VERSION, 2],
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
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  );
  return joined([fixed, name], fixed.length + name.length);
}

function headerOf({ name, packed, crc, unpacked }: { name: string; packed: Uint8Array; crc: number; unpacked: number }): Uint8Array {
  const encoded = new TextEncoder().encode(name);
  const fixed = fields(
    [0x04034b50, 4],
    [VERSION, 2],
    [0, 2],
    [DEFLATED, 2],
    [0, 2],
    [JANUARY_1980, 2],
    [crc, 4],
    [packed.length, 4],
    [unpacked, 4],
    [encoded.length, 2],
    [0, 2],
  );
  return joined([fixed, encoded], fixed.length + encoded.length);
}

/** Numbers of so many bytes each, least byte first. */
function fields(...numbers: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
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
