import { UnreadableZip, ZipDamage, type ByteWindow } from './byte-window';
import { ELSEWHERE_16, ELSEWHERE_32, u16, u32, u64, widened } from './fields';

/** A file in a zip, from its directory. */
export interface ZipMember {
  name: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its header begins and where the next item does. Together, members fill the zip up to its directory. */
  from: number;
  to: number;
  /** Where its entry is in the directory. */
  listed: { from: number; to: number };
}

/** The directory's position, from the record at the end of the zip. */
interface End {
  members: number;
  from: number;
  size: number;
}

/**
 * The files of a zip, in order. The directory and end record must fill the rest of the zip, since some programs read
 * unreferenced bytes and others don't. Only the directory has the number of files and where each ends, so a damaged or
 * truncated zip is refused as a whole.
 */
export async function directoryOf(window: ByteWindow): Promise<ZipMember[]> {
  const end = await endOf(window);
  if (end.members > MAX_MEMBERS || end.size > LONGEST_DIRECTORY) throw new UnreadableZip('too many files');
  const members: ZipMember[] = [];
  let offset = end.from;
  for (const last = end.from + end.size; offset < last;) {
    const fixed = await window.at(offset, ENTRY);
    if (u32(fixed, 0) !== ENTRY_BEGINS || members.length === end.members) throw new ZipDamage();
    const lengths = [u16(fixed, 28), u16(fixed, 30), u16(fixed, 32)] as const;
    const next = offset + ENTRY + lengths[0] + lengths[1] + lengths[2];
    const named = await window.at(offset + ENTRY, lengths[0] + lengths[1]);
    members.push(memberOf(fixed, named, lengths[0], { from: offset, to: next }));
    offset = next;
  }
  if (offset !== end.from + end.size || members.length !== end.members) throw new ZipDamage();
  return placed(members, end.from);
}

function memberOf(fixed: Uint8Array, named: Uint8Array, nameLength: number, listed: ZipMember['listed']): ZipMember {
  const [unpacked, packed, from] = widened([u32(fixed, 24), u32(fixed, 20), u32(fixed, 42)], named.subarray(nameLength)) as [
    number,
    number,
    number,
  ];
  if (u16(fixed, 34) !== 0) throw new ZipDamage();
  return {
    name: named.slice(0, nameLength),
    flags: u16(fixed, 8),
    method: u16(fixed, 10),
    crc: u32(fixed, 16),
    packed,
    unpacked,
    from,
    to: 0,
    listed,
  };
}

function placed(members: ZipMember[], directory: number): ZipMember[] {
  members.sort((a, b) => a.from - b.from);
  members.forEach((member, index) => {
    member.to = members[index + 1]?.from ?? directory;
    if (member.to <= member.from) throw new ZipDamage();
  });
  if ((members[0]?.from ?? directory) !== 0) throw new ZipDamage();
  return members;
}

async function endOf(window: ByteWindow): Promise<End> {
  const offset = await endAt(window);
  const record = await window.at(offset, END);
  const onDisk = [u16(record, 4), u16(record, 6)];
  const short = { members: u16(record, 10), from: u32(record, 16), size: u32(record, 12) };
  const isShort = u16(record, 8) === short.members && onDisk.every((disk) => disk === 0);
  if (isShort && short.from + short.size === offset) return short;
  const long = await longEnd(window, offset);
  if (!long) {
    // Info-ZIP, when forced to use 8-byte numbers, omits the record with them.
    if (isShort && short.from === ELSEWHERE_32 && short.size <= offset) return { ...short, from: offset - short.size };
    if (onDisk[0] !== 0 && onDisk[0] !== ELSEWHERE_16) throw new UnreadableZip('multipart');
    throw new ZipDamage();
  }
  const matches = (value: number, placeholder: number, actual: number): boolean => value === placeholder || value === actual;
  const agrees =
    onDisk.every((disk) => matches(disk, ELSEWHERE_16, 0)) &&
    [u16(record, 8), short.members].every((count) => matches(count, ELSEWHERE_16, long.members)) &&
    matches(short.from, ELSEWHERE_32, long.from) &&
    matches(short.size, ELSEWHERE_32, long.size);
  if (!agrees) throw new ZipDamage();
  return long;
}

async function endAt(window: ByteWindow): Promise<number> {
  const from = Math.max(0, window.size - LONGEST_END);
  const offset = endIn(await window.at(from, window.size - from));
  if (offset < 0) throw new ZipDamage();
  return from + offset;
}

/** The position of the end record in the last bytes of a zip: the one whose comment ends the file; -1 if there is none. */
export function endIn(tail: Uint8Array): number {
  for (let offset = tail.length - END; offset >= 0; offset--) {
    if (tail[offset] === 0x50 && u32(tail, offset) === END_BEGINS && offset + END + u16(tail, offset + 20) === tail.length) return offset;
  }
  return -1;
}

/** The larger end record before the one at `shortAt`, if there is one. */
async function longEnd(window: ByteWindow, shortAt: number): Promise<End | null> {
  if (shortAt < LOCATOR + LONG_END) return null;
  const locator = await window.at(shortAt - LOCATOR, LOCATOR);
  if (u32(locator, 0) !== LOCATOR_BEGINS) return null;
  const offset = u64(locator, 8);
  const record = await window.at(offset, LONG_END);
  const long = { members: u64(record, 32), from: u64(record, 48), size: u64(record, 40) };
  const isWhole =
    u32(locator, 4) === 0 &&
    u32(locator, 16) === 1 &&
    u32(record, 0) === LONG_END_BEGINS &&
    offset + 12 + u64(record, 4) === shortAt - LOCATOR &&
    u32(record, 16) === 0 &&
    u32(record, 20) === 0 &&
    u64(record, 24) === long.members &&
    long.from + long.size === offset;
  if (!isWhole) throw new ZipDamage();
  return long;
}

const ENTRY = 46;
export const ENTRY_BEGINS = 0x02014b50;
const END = 22;
export const END_BEGINS = 0x06054b50;
const LOCATOR = 20;
const LOCATOR_BEGINS = 0x07064b50;
const LONG_END = 56;
const LONG_END_BEGINS = 0x06064b50;
/** The maximum length of the end record, including its comment. */
export const LONGEST_END = END + 0xffff;
const MAX_MEMBERS = 100_000;
/** The names of all files are in memory at the same time. */
const LONGEST_DIRECTORY = 2 ** 25;
