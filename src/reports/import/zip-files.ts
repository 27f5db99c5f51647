import { badInput } from '../../domain/problem';
import { ByteWindow, ZipDamage } from './byte-window';
import type { AnyBytes } from './report-source';
import { printable } from './shown-text';
import { joined } from './text-decoding';
import { directoryOf, endIn, LONGEST_END, type ZipMember } from './zip-directory';
import { checkDescriptor, DEFLATED, isEncrypted, packedOf, STORED, unpack } from './zip-member';

/** Takes the files of a zip one after the other. */
export interface ZipSink {
  begin(name: string): void;
  data(bytes: Uint8Array, last: boolean): void;
  /** Told of a file that is no CSV, TSV or text. */
  passOver(name: string): void;
  /** Told how far the reading is; stops it by throwing. */
  reached(offset: number): void;
  /** Called now and then, so that what else waits has its turn. */
  pause(): Promise<void>;
}

/** Whether bytes begin like a zip, or like the first part of one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && SECOND_HALVES.some(([c, d]) => bytes[2] === c && bytes[3] === d);

/** The end of a file that does not begin as a zip. One whose beginning is lost could be read as text, with rows missing. */
export class ZipTail {
  private last: Uint8Array = new Uint8Array(0);

  /** Takes the next bytes of the file. */
  push(bytes: Uint8Array): void {
    this.last = bytes.length >= LONGEST_END ? bytes : joined(this.last.subarray(-LONGEST_END), bytes);
  }

  /** Refuses the file if it ends as a zip does. */
  refuseZip(name: string): void {
    if (endIn(this.last.subarray(-LONGEST_END)) < 0) return;
    throw badInput(
      `"${printable(name)}" ends like a zip file but doesn't start like one. Download it again, or unpack it and choose its reports.`,
    );
  }
}

/**
 * Unpacks the reports of a zip. Its directory says what it holds; what stands elsewhere must agree. A zip that is damaged or
 * cut is refused, whatever of it could be read: the sink may have been given some of it by then, but is not to keep that.
 */
export async function readZip(zipName: string, bytes: AnyBytes, sink: ZipSink): Promise<void> {
  try {
    const members = await directoryOf(new ByteWindow(bytes, () => sink.reached(0)), zipName);
    const names = members.map(nameOf);
    if (names.some((name) => /^(\[Content_Types\]\.xml$|xl\/)/i.test(name))) {
      throw badInput(`"${zipName}" is an Excel workbook. Bring in its table from within Excel, or save the sheet as CSV.`);
    }
    const window = new ByteWindow(bytes, (offset) => sink.reached(offset));
    for (const [n, member] of members.entries()) await readMember(zipName, names[n]!, member, window, sink);
    if (!names.some(isReport)) throw badInput(`The zip file "${zipName}" has no CSV or TSV file.`);
  } catch (thrown) {
    if (thrown instanceof ZipDamage) throw badInput(`The zip file "${zipName}" is damaged or incomplete. Download it again.`);
    throw thrown;
  }
}

async function readMember(zipName: string, name: string, member: ZipMember, window: ByteWindow, sink: ZipSink): Promise<void> {
  const packed = await packedOf(window, member);
  const shown = printable(baseOf(name));
  if (!isReport(name)) {
    await checkDescriptor(window, member, packed);
    if (!isAside(name)) sink.passOver(`${zipName}/${printable(name)}`);
    return;
  }
  if (isEncrypted(member))
    throw badInput(`"${shown}" in "${zipName}" is encrypted. Unpack the zip file with its password and choose its files.`);
  if (member.method !== STORED && member.method !== DEFLATED) {
    throw badInput(`"${shown}" in "${zipName}" uses a compression that can't be read here. Unpack the zip file and choose its files.`);
  }
  await takeMember(`${zipName}/${shown}`, member, packed.offset, window, sink);
  await checkDescriptor(window, member, packed);
}

/** What is wrong with a damaged file is the damage, whatever the rows seem to lack: it is read to its end before that is told. */
async function takeMember(name: string, member: ZipMember, offset: number, window: ByteWindow, sink: ZipSink): Promise<void> {
  let refusal: { thrown: unknown } | null = null;
  let sincePause = 0;
  sink.begin(name);
  await unpack(window, member, offset, async (bytes, last) => {
    try {
      if (!refusal) sink.data(bytes, last);
    } catch (thrown) {
      refusal = { thrown };
    }
    sincePause += bytes.length;
    if (sincePause < BETWEEN_PAUSES) return;
    sincePause = 0;
    await sink.pause();
  });
  if (refusal) throw (refusal as { thrown: unknown }).thrown;
}

/** A name in UTF-8, which many programs write without saying so, else in some old alphabet. */
function nameOf({ name }: ZipMember): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}

const baseOf = (name: string): string => name.split(/[\\/]/).at(-1)!;

/** What a system has put there for itself, and folders. */
const isAside = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /^(|\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(baseOf(name));

const isReport = (name: string): boolean => /\.(csv|tsv|tab|txt)$/i.test(name) && !baseOf(name).startsWith('.') && !isAside(name);

const SECOND_HALVES = [
  [3, 4],
  [5, 6],
  [7, 8],
] as const;
const BETWEEN_PAUSES = 2 ** 24;
