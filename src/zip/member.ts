import { Inflate } from 'fflate';
import { ZipDamage, type ByteWindow } from './byte-window';
import { crc32 } from './crc32';
import type { ZipMember } from './directory';
import { u16, u32, u64, widened } from './fields';

export const STORED = 0;
export const DEFLATED = 8;

/** Whether a file is encrypted, in any way. */
export const isEncrypted = ({ flags, method }: ZipMember): boolean => (flags & ENCRYPTED) !== 0 || method === AES;

/** Where a file's packed bytes begin, and whether a descriptor follows them. */
export interface Packed {
  offset: number;
  hasDescriptor: boolean;
}

/**
 * Finds a file's packed bytes and checks that its own header matches the directory. Times, compression levels and the
 * encoding of names may differ, since programs write them that way.
 */
export async function packedOf(window: ByteWindow, member: ZipMember): Promise<Packed> {
  const fixed = await window.at(member.from, HEADER);
  const nameLength = u16(fixed, 26);
  const named = await window.at(member.from + HEADER, nameLength + u16(fixed, 28));
  const [unpacked, packed] = widened([u32(fixed, 22), u32(fixed, 18)], named.subarray(nameLength)) as [number, number];
  // Values that were unknown when the header was written follow the file; not every program flags that in the directory.
  const hasDescriptor = (u16(fixed, 6) & DESCRIPTOR) !== 0;
  const matches = (value: number, actual: number): boolean => value === actual || (value === 0 && hasDescriptor);
  const offset = member.from + HEADER + named.length;
  const isSame =
    u32(fixed, 0) === HEADER_BEGINS &&
    ((u16(fixed, 6) ^ member.flags) & RELEVANT_FLAGS) === 0 &&
    u16(fixed, 8) === member.method &&
    matches(u32(fixed, 14), member.crc) &&
    matches(packed, member.packed) &&
    matches(unpacked, member.unpacked) &&
    nameLength === member.name.length &&
    member.name.every((byte, index) => byte === named[index]);
  const rest = member.to - offset - member.packed;
  if (!isSame || (hasDescriptor ? rest < 12 || rest > 24 : rest !== 0)) throw new ZipDamage();
  return { offset, hasDescriptor };
}

/** Checks that the descriptor after a file's packed bytes matches the directory and ends where the next file begins. */
export async function checkDescriptor(window: ByteWindow, member: ZipMember, { offset, hasDescriptor }: Packed): Promise<void> {
  if (!hasDescriptor) return;
  const from = offset + member.packed;
  const descriptor = await window.at(from, member.to - from);
  // The signature is optional, and sizes have eight bytes in a large zip. The length shows which.
  const isSigned = descriptor.length === 16 || descriptor.length === 24;
  const isLong = descriptor.length >= 20;
  const sums = isSigned ? descriptor.subarray(4) : descriptor;
  if (sums.length !== (isLong ? 20 : 12) || (isSigned && u32(descriptor, 0) !== DESCRIPTOR_BEGINS)) throw new ZipDamage();
  const [packed, unpacked] = isLong ? [u64(sums, 4), u64(sums, 12)] : [u32(sums, 4), u32(sums, 8)];
  if (u32(sums, 0) !== member.crc || packed !== member.packed || unpacked !== member.unpacked) throw new ZipDamage();
}

/** Unpacks a file and passes its bytes on, the last ones only if length and checksum match the directory. */
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
    // A piece may unpack to a thousand times its size.
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
export const HEADER_BEGINS = 0x04034b50;
const DESCRIPTOR_BEGINS = 0x08074b50;
const DESCRIPTOR = 1 << 3;
/** Encrypted, strongly encrypted, and with masked headers. */
const ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
/** The flags that affect unpacking: those and patched data. Others are about the packing or the encoding of names. */
const RELEVANT_FLAGS = ENCRYPTED | (1 << 5);
const AES = 99;
const PACKED_PIECE = 2 ** 14;
