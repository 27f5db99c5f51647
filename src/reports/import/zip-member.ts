import { Inflate } from 'fflate';
import { ZipDamage, type ByteWindow } from './byte-window';
import { crc32 } from './crc32';
import type { ZipMember } from './zip-directory';
import { u16, u32, u64, widened } from './zip-fields';

export const STORED = 0;
export const DEFLATED = 8;

/** Whether a file is encrypted, in any way. */
export const isEncrypted = ({ flags, method }: ZipMember): boolean => (flags & ENCRYPTED) !== 0 || method === AES;

/** Where a file's packed bytes are, and whether a descriptor stands behind them. */
export interface Packed {
  offset: number;
  hasDescriptor: boolean;
}

/**
 * Where a file's packed bytes are, once its own header says what the directory says. Times, compression levels and the
 * encoding of names may differ between the two, because programs write them that way.
 */
export async function packedOf(window: ByteWindow, member: ZipMember): Promise<Packed> {
  const fixed = await window.at(member.from, HEADER);
  const nameLength = u16(fixed, 26);
  const named = await window.at(member.from + HEADER, nameLength + u16(fixed, 28));
  const [unpacked, packed] = widened([u32(fixed, 22), u32(fixed, 18)], named.subarray(nameLength)) as [number, number];
  // values unknown when the header was written follow the file; not every program says so in the directory
  const hasDescriptor = (u16(fixed, 6) & DESCRIPTOR) !== 0;
  const says = (value: number, is: number): boolean => value === is || (value === 0 && hasDescriptor);
  const offset = member.from + HEADER + named.length;
  const isSame =
    u32(fixed, 0) === HEADER_BEGINS &&
    ((u16(fixed, 6) ^ member.flags) & TELLING) === 0 &&
    u16(fixed, 8) === member.method &&
    says(u32(fixed, 14), member.crc) &&
    says(packed, member.packed) &&
    says(unpacked, member.unpacked) &&
    nameLength === member.name.length &&
    member.name.every((byte, n) => byte === named[n]);
  const rest = member.to - offset - member.packed;
  if (!isSame || (hasDescriptor ? rest < 12 || rest > 24 : rest !== 0)) throw new ZipDamage();
  return { offset, hasDescriptor };
}

/** Checks that the descriptor after a file's packed bytes matches the directory and ends where the next file begins. */
export async function checkDescriptor(window: ByteWindow, member: ZipMember, { offset, hasDescriptor }: Packed): Promise<void> {
  if (!hasDescriptor) return;
  const from = offset + member.packed;
  const said = await window.at(from, member.to - from);
  // its signature is optional, and its sizes have eight bytes in a large zip; its length tells
  const isSigned = said.length === 16 || said.length === 24;
  const isLong = said.length >= 20;
  const sums = isSigned ? said.subarray(4) : said;
  if (sums.length !== (isLong ? 20 : 12) || (isSigned && u32(said, 0) !== DESCRIPTOR_BEGINS)) throw new ZipDamage();
  const [packed, unpacked] = isLong ? [u64(sums, 4), u64(sums, 12)] : [u32(sums, 4), u32(sums, 8)];
  if (u32(sums, 0) !== member.crc || packed !== member.packed || unpacked !== member.unpacked) throw new ZipDamage();
}

/** Unpacks a file and passes it on; the last bytes only if its length and checksum match the directory. */
export async function unpack(
  window: ByteWindow,
  member: ZipMember,
  from: number,
  take: (bytes: Uint8Array, last: boolean) => Promise<void>,
): Promise<void> {
  const inflate = member.method === STORED ? null : new Inflate();
  let length = 0;
  let crc = 0;
  for (let position = 0, last = false; !last;) {
    // a small piece may unpack to a thousand times its size
    const piece = await window.at(from + position, Math.min(PACKED_PIECE, member.packed - position));
    position += piece.length;
    last = position === member.packed;
    const bytes = inflate ? inflated(inflate, piece, last) : piece;
    length += bytes.length;
    crc = crc32(bytes, crc);
    if (length > member.unpacked || (last && (length !== member.unpacked || crc !== member.crc))) throw new ZipDamage();
    await take(bytes, last);
  }
}

/** Unpacks the next bytes. Any failure is caused by the bytes. */
function inflated(inflate: Inflate, piece: Uint8Array, last: boolean): Uint8Array {
  let all: Uint8Array = new Uint8Array(0);
  inflate.ondata = (bytes) => {
    all = bytes;
  };
  try {
    inflate.push(piece, last);
  } catch {
    throw new ZipDamage();
  }
  return all;
}

const HEADER = 30;
const HEADER_BEGINS = 0x04034b50;
const DESCRIPTOR_BEGINS = 0x08074b50;
const DESCRIPTOR = 1 << 3;
/** Encrypted, strongly encrypted, and with masked headers. */
const ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
/** The flags that change what is unpacked: those, and patched data. Others tell how it was packed, or how names are written. */
const TELLING = ENCRYPTED | (1 << 5);
const AES = 99;
const PACKED_PIECE = 2 ** 14;
