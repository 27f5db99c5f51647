import { deflateSync, strToU8 } from 'fflate';
import type { ReportSource } from '../../src/reports/import/report-source';
import { crc32 } from '../../src/zip/crc32';

// Zips made by hand, so that every field of them can say something else than it should.

/** A file of such a zip. `change` alters what all of its records say; `local` and `behind` what only its own header and its descriptor say. */
export interface Member {
  name: string;
  text: string;
  stored?: boolean;
  /** Sizes and checksum behind the file: with a signature, without one, with sizes of eight bytes. */
  descriptor?: 'signed' | 'bare' | 'signed long' | 'bare long';
  change?: Partial<Said>;
  local?: Partial<Said>;
  behind?: Partial<Said>;
}

/** What a record says of a file. */
interface Said {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  from: number;
}

/** What the end of the zip says, and what stands in places where nothing should. */
export interface Whole {
  comment?: string;
  zip64?: boolean;
  end?: Partial<{ disk: number; members: number; size: number; from: number }>;
  gap?: string;
}

/** A zip of such files. */
export function zipOf(members: readonly Member[], { comment = '', zip64 = false, end = {}, gap = '' }: Whole = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const lengthOf = (list = parts): number => list.reduce((sum, { length }) => sum + length, 0);
  for (const member of members) {
    const content = strToU8(member.text);
    const packed = member.stored ? content : deflateSync(content);
    const said: Said = {
      name: member.name,
      flags: member.descriptor ? 8 : 0,
      method: member.stored ? 0 : 8,
      crc: crc32(content, 0),
      packed: packed.length,
      unpacked: content.length,
      from: lengthOf(),
      ...member.change,
    };
    const unknown = member.descriptor ? { crc: 0, packed: 0, unpacked: 0 } : {};
    parts.push(
      localHeader({ ...said, ...unknown, ...member.local }, zip64),
      packed,
      ...descriptorOf({ ...said, ...member.behind }, member.descriptor),
    );
    directory.push(entry(said, zip64));
  }
  parts.push(strToU8(gap));
  const where = { disk: 0, members: members.length, size: lengthOf(directory), from: lengthOf(), ...end };
  parts.push(...directory);
  if (zip64) parts.push(longEnd(where), u8([4, 0x07064b50], [4, 0], [8, lengthOf()], [4, 1]));
  const short = zip64 ? { disk: 0xffff, members: 0xffff, size: 0xffffffff, from: 0xffffffff } : where;
  parts.push(
    u8(
      [4, 0x06054b50],
      [2, short.disk],
      [2, short.disk],
      [2, short.members],
      [2, short.members],
      [4, short.size],
      [4, short.from],
      [2, strToU8(comment).length],
    ),
    strToU8(comment),
  );
  return joinedAll(parts);
}

function localHeader({ name, flags, method, crc, packed, unpacked }: Said, zip64: boolean): Uint8Array {
  const extra = zip64 ? u8([2, 1], [2, 16], [8, unpacked], [8, packed]) : u8();
  const sizes: Field[] = zip64
    ? [
        [4, 0xffffffff],
        [4, 0xffffffff],
      ]
    : [
        [4, packed],
        [4, unpacked],
      ];
  return joinedAll([
    u8([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, crc], ...sizes, [2, strToU8(name).length], [2, extra.length]),
    strToU8(name),
    extra,
  ]);
}

function entry({ name, flags, method, crc, packed, unpacked, from }: Said, zip64: boolean): Uint8Array {
  const extra = zip64 ? u8([2, 1], [2, 24], [8, unpacked], [8, packed], [8, from]) : u8();
  const [shownPacked, shownUnpacked, shownFrom] = zip64 ? [0xffffffff, 0xffffffff, 0xffffffff] : [packed, unpacked, from];
  const fields = u8(
    [4, 0x02014b50],
    [2, 20],
    [2, 20],
    [2, flags],
    [2, method],
    [4, 0],
    [4, crc],
    [4, shownPacked],
    [4, shownUnpacked],
    [2, strToU8(name).length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, shownFrom],
  );
  return joinedAll([fields, strToU8(name), extra]);
}

function descriptorOf({ crc, packed, unpacked }: Said, kind: Member['descriptor']): Uint8Array[] {
  if (!kind) return [];
  const length = kind.endsWith('long') ? 8 : 4;
  return [kind.startsWith('signed') ? u8([4, 0x08074b50]) : u8(), u8([4, crc], [length, packed], [length, unpacked])];
}

const longEnd = ({ disk, members, size, from }: { disk: number; members: number; size: number; from: number }): Uint8Array =>
  u8([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, disk], [4, disk], [8, members], [8, members], [8, size], [8, from]);

type Field = readonly [length: number, value: number];

/** Numbers of so many bytes each, least byte first. */
const u8 = (...fields: readonly Field[]): Uint8Array =>
  Uint8Array.from(fields.flatMap(([length, value]) => Array.from({ length }, (_, n) => Math.floor(value / 256 ** n) % 256)));

export function joinedAll(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((offset, part) => (all.set(part, offset), offset + part.length), 0);
  return all;
}

/** A file that can be read from anywhere, as one that was chosen; `slices` notes what was read of it. */
export function seekable(name: string, bytes: Uint8Array, slices: number[] = []): ReportSource {
  return {
    name,
    size: bytes.length,
    async slice(from, to) {
      slices.push(to - from);
      return bytes.slice(from, to);
    },
    async *pieces() {
      yield bytes;
    },
  };
}
