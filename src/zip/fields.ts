import { ZipDamage } from './byte-window';

// Little-endian numbers in a zip's records (PKWARE's APPNOTE, 4.3 and 4.5).

/** A number of two bytes. */
export const u16 = (bytes: Uint8Array, offset: number): number => bytes[offset]! | (bytes[offset + 1]! << 8);

/** A number of four bytes. */
export const u32 = (bytes: Uint8Array, offset: number): number => (u16(bytes, offset) | (u16(bytes, offset + 2) << 16)) >>> 0;

/** An 8-byte number. No real file exceeds a safe integer. */
export function u64(bytes: Uint8Array, offset: number): number {
  const value = u32(bytes, offset) + u32(bytes, offset + 4) * 2 ** 32;
  if (!Number.isSafeInteger(value)) throw new ZipDamage();
  return value;
}

/** The placeholder in two or four bytes for a number too large for them, which is stored elsewhere. */
export const ELSEWHERE_16 = 0xffff;
export const ELSEWHERE_32 = 0xffffffff;

/** Numbers of a header; those stored elsewhere come from its extra fields, in the same order. */
export function widened(numbers: readonly number[], extra: Uint8Array): number[] {
  if (!numbers.includes(ELSEWHERE_32)) return [...numbers];
  const wide = zip64In(extra);
  let offset = 0;
  return numbers.map((number) => {
    if (number !== ELSEWHERE_32) return number;
    if (offset + 8 > wide.length) throw new ZipDamage();
    offset += 8;
    return u64(wide, offset - 8);
  });
}

function zip64In(extra: Uint8Array): Uint8Array {
  for (let offset = 0; offset + 4 <= extra.length;) {
    const end = offset + 4 + u16(extra, offset + 2);
    if (u16(extra, offset) === ZIP64 && end <= extra.length) return extra.subarray(offset + 4, end);
    offset = end;
  }
  throw new ZipDamage();
}

const ZIP64 = 1;
