import { Gunzip } from 'fflate';
import { badInput } from '../../domain/problem';
import { crc32 } from '../../zip/crc32';
import { printable } from './shown-text';
import { joined } from './text-decoding';
import { u32 } from '../../zip/fields';

/** Takes the next bytes of a file. */
export type ByteTaker = (bytes: Uint8Array, last: boolean) => void;

/** Whether bytes begin like a file packed with gzip. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === DEFLATED;

/**
 * Unpacks a gzip file, of one part or several, and passes its bytes on. fflate doesn't check the sums after each part, so
 * this does: the last bytes only arrive if all agree.
 */
export function gunzipped(name: string, take: ByteTaker): ByteTaker {
  const damaged = (): Error => badInput(`"${printable(name)}" is damaged or incomplete. Download it again.`);
  let unpacked: Uint8Array = new Uint8Array(0);
  let crc = 0;
  let length = 0;
  let read = 0;
  let recent: Uint8Array = new Uint8Array(0);
  const checkPart = (end: number): void => {
    const sums = recent.subarray(recent.length - (read - end) - SUMS, recent.length - (read - end));
    if (sums.length !== SUMS || u32(sums, 0) !== crc || u32(sums, 4) !== length % 2 ** 32) throw damaged();
    crc = 0;
    length = 0;
  };
  const gunzip = new Gunzip((bytes) => {
    crc = crc32(bytes, crc);
    length += bytes.length;
    unpacked = joined(unpacked, bytes);
  });
  gunzip.onmember = checkPart;
  const unpack = (packed: Uint8Array, last: boolean): void => {
    read += packed.length;
    recent = joined(recent.subarray(-SUMS), packed);
    try {
      gunzip.push(packed, last);
    } catch {
      throw damaged();
    }
    if (last) checkPart(read);
    const bytes = unpacked;
    unpacked = new Uint8Array(0);
    take(bytes, last);
  };
  // A piece may unpack to a thousand times its size.
  return (bytes, last) => {
    for (let from = 0; from === 0 || from < bytes.length; from += PACKED_PIECE)
      unpack(bytes.subarray(from, from + PACKED_PIECE), last && from + PACKED_PIECE >= bytes.length);
  };
}

const DEFLATED = 8;
/** The checksum and length after each part. */
const SUMS = 8;
const PACKED_PIECE = 2 ** 14;
