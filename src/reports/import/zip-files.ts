import { badInput } from '../../domain/problem';
import { list } from '../../domain/text/list';
import { plural } from '../../domain/text/plural';
import { ByteWindow, UnreadableZip, ZipDamage, type AnyBytes } from '../../zip/byte-window';
import { printable, quoted } from './shown-text';
import { joined } from './text-decoding';
import { directoryOf, endIn, LONGEST_END, type ZipMember } from '../../zip/directory';
import { checkDescriptor, DEFLATED, isEncrypted, packedOf, STORED, unpack } from '../../zip/member';

/** Receives the files of a zip, one after another. */
export interface ZipSink {
  begin(name: string): void;
  data(bytes: Uint8Array, last: boolean): void;
  /** Called for a file that isn't CSV, TSV or text. */
  passOver(name: string): void;
  /** Called with the position reached; throw to stop reading. */
  reached(offset: number): void;
  /** Called now and then, to let other work run. */
  pause(): Promise<void>;
}

/** Whether bytes begin like a zip or the first part of one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && SECOND_HALVES.some(([c, d]) => bytes[2] === c && bytes[3] === d);

/** Checks the end of a file that doesn't begin like a zip. A zip with a lost beginning could be read as text with missing rows. */
export class ZipTail {
  private last: Uint8Array = new Uint8Array(0);

  /** Takes the next bytes of the file. */
  push(bytes: Uint8Array): void {
    this.last = bytes.length >= LONGEST_END ? bytes : joined(this.last.subarray(-LONGEST_END), bytes);
  }

  /** Refuses the file if it ends like a zip. */
  refuseZip(name: string): void {
    if (endIn(this.last.subarray(-LONGEST_END)) < 0) return;
    throw badInput(
      `"${printable(name)}" ends like a zip file but doesn't start like one. Download it again, or unpack it and choose its reports.`,
    );
  }
}

/**
 * Unpacks the reports of a zip. Its directory lists the files, and all other records must agree. A damaged or truncated zip
 * is refused, even if parts are readable. By then, the sink may have received some of it, which it must discard.
 */
export async function readZip(zipName: string, bytes: AnyBytes, sink: ZipSink): Promise<void> {
  try {
    const members = await directoryOf(new ByteWindow(bytes, () => sink.reached(0)));
    const names = members.map(nameOf);
    if (names.some((name) => /^(\[Content_Types\]\.xml$|xl\/)/i.test(name))) {
      throw badInput(`"${zipName}" is an Excel workbook. Bring in its table from within Excel, or save the sheet as CSV.`);
    }
    const window = new ByteWindow(bytes, (offset) => sink.reached(offset));
    for (const [n, member] of members.entries()) await readMember(zipName, names[n]!, member, window, sink);
    if (!names.some(isReport)) throw badInput(withoutReport(zipName, names));
  } catch (thrown) {
    if (thrown instanceof ZipDamage) throw badInput(`The zip file "${zipName}" is damaged or incomplete. Download it again.`);
    if (thrown instanceof UnreadableZip) throw badInput(UNREADABLE[thrown.why](zipName));
    throw thrown;
  }
}

const UNREADABLE: Readonly<Record<UnreadableZip['why'], (zipName: string) => string>> = {
  'too many files': (zipName) => `The zip file "${zipName}" has too many files. Unpack it and choose its reports.`,
  multipart: (zipName) => `"${zipName}" is one part of a multipart zip file. Combine the parts, unpack them, and choose the reports.`,
};

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

/** Passes a file to the sink. If the sink refuses it, reads on to the end first, since damage may be the reason and is the better message. */
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

/** What a zip without reports has instead, and how to get at the reports in it. */
function withoutReport(zipName: string, names: readonly string[]): string {
  const others = names.filter((name) => !isAside(name)).map((name) => quoted(baseOf(name)));
  const count = others.length - MAX_NAMED;
  const named = list([...others.slice(0, MAX_NAMED), ...(count > 0 ? [plural(count, 'other file')] : [])], 'and');
  return [
    `The zip file "${zipName}" has no CSV or TSV file${others.length > 0 ? `, only ${named}` : ''}.`,
    ...(names.some((name) => /\.(zip|7z|rar)$/i.test(name)) ? ['Unpack what is packed in it and choose its reports.'] : []),
    ...(names.some((name) => /\.xls[xmb]?$/i.test(name))
      ? ["Bring in a workbook's table from within Excel, or save the sheet as CSV."]
      : []),
  ].join(' ');
}

/** A file's name, in UTF-8, which many programs use without declaring it, or otherwise in an old encoding. */
function nameOf({ name }: ZipMember): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}

const baseOf = (name: string): string => name.split(/[\\/]/).at(-1)!;

/** Whether it's a folder or a system file. */
const isAside = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /^(|\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(baseOf(name));

const isReport = (name: string): boolean => /\.(csv|tsv|tab|txt)(\.gz)?$/i.test(name) && !baseOf(name).startsWith('.') && !isAside(name);

const SECOND_HALVES = [
  [3, 4],
  [5, 6],
  [7, 8],
] as const;
const BETWEEN_PAUSES = 2 ** 24;
const MAX_NAMED = 3;
