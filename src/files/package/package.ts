import { deflateSync } from 'fflate';
import { badInput } from '../../domain/problem';
import { ByteWindow, UnreadableZip, ZipDamage } from '../../zip/byte-window';
import { crc32 } from '../../zip/crc32';
import { directoryOf, type ZipMember } from '../../zip/directory';
import { checkDescriptor, DEFLATED, isEncrypted, packedOf, STORED, unpack } from '../../zip/member';
import { refuseContainer } from './container';
import { zipOf, type ZipEntry } from './write-zip';

/**
 * The parts of an Office file (ECMA-376-2). Parts are unpacked when they're asked for; those that aren't changed are
 * written back as the bytes that they were, in the same order.
 */
export class Package {
  private readonly changed = new Map<string, string | null>();

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly window: ByteWindow,
    private readonly members: ReadonlyMap<string, ZipMember>,
  ) {}

  /** Throws a Problem if the file isn't a package, or one that isn't safe to open. */
  static async open(bytes: Uint8Array): Promise<Package> {
    refuseContainer(bytes);
    if (bytes.length > MAX_BYTES) throw badInput(`The file is larger than ${MAX_BYTES / MEBIBYTE} MB, which is too large to copy here.`);
    const window = windowOf(bytes);
    return undamaged(async () => {
      const members = await directoryOf(window);
      checkSizes(members);
      for (const member of members) await checkDescriptor(window, member, await packedOf(window, member));
      return new Package(bytes, window, byName(members));
    });
  }

  /** The names of all parts, in order. */
  get names(): string[] {
    const added = [...this.changed.keys()].filter((name) => !this.members.has(name));
    return [...this.members.keys(), ...added].filter((name) => this.changed.get(name) !== null);
  }

  /** The part's name as it's spelled in the file, which may differ in case; null if there is none. */
  find(name: string): string | null {
    if (this.names.includes(name)) return name;
    return this.names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? null;
  }

  /** The text of a part. */
  async text(name: string): Promise<string> {
    const changed = this.changed.get(name);
    if (typeof changed === 'string') return changed;
    const text = decoded(await this.unpacked(name));
    if (/<!DOCTYPE/i.test(text.slice(0, 4096)))
      throw badInput(`"${name}" in this file declares a document type, which no workbook needs. It is not read.`);
    return text;
  }

  /** Replaces or adds a part. */
  set(name: string, text: string): void {
    this.changed.set(name, text);
  }

  remove(name: string): void {
    this.changed.set(name, null);
  }

  /** The file with its changes. */
  write(): Uint8Array {
    if (this.changed.size === 0) return this.bytes;
    return zipOf(this.names.map((name) => this.entryOf(name)));
  }

  private entryOf(name: string): ZipEntry {
    const changed = this.changed.get(name);
    if (typeof changed !== 'string') {
      const member = this.members.get(name)!;
      return {
        kept: this.bytes.subarray(member.from, member.to),
        directory: this.bytes.subarray(member.listed.from, member.listed.to),
        member,
      };
    }
    const content = new TextEncoder().encode(changed);
    return { name, packed: deflateSync(content), crc: crc32(content, 0), unpacked: content.length };
  }

  private unpacked(name: string): Promise<Uint8Array> {
    const member = this.members.get(name);
    if (!member) throw badInput(`This file has no part "${name}", so it isn't a complete workbook.`);
    return undamaged(async () => {
      const { offset } = await packedOf(this.window, member);
      const all = new Uint8Array(member.unpacked);
      let length = 0;
      await unpack(this.window, member, offset, async (piece) => {
        all.set(piece, length);
        length += piece.length;
      });
      return all;
    });
  }
}

const windowOf = (bytes: Uint8Array): ByteWindow =>
  new ByteWindow({ size: bytes.length, slice: async (from, to) => bytes.subarray(from, to) }, () => undefined);

async function undamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof UnreadableZip && thrown.why === 'too many files') throw tooMuch();
    if (thrown instanceof ZipDamage || thrown instanceof UnreadableZip)
      throw badInput('The file is damaged or incomplete. Open it in Excel, save it again, and choose that file.');
    throw thrown;
  }
}

/** What the directory says is checked here; unpacking stops where a part is longer than that. */
function checkSizes(members: readonly ZipMember[]): void {
  const total = members.reduce((sum, { unpacked }) => sum + unpacked, 0);
  const isTooMuch =
    members.length > MAX_PARTS ||
    total > MAX_UNPACKED ||
    members.some(({ packed, unpacked }) => unpacked > MAX_PART || (unpacked > MEBIBYTE && unpacked > packed * MAX_RATIO));
  if (isTooMuch) throw tooMuch();
}

const tooMuch = (): Error => badInput('The file unpacks to far more than a workbook has. It is not read.');

function byName(members: readonly ZipMember[]): Map<string, ZipMember> {
  const named = new Map<string, ZipMember>();
  const seen = new Set<string>();
  for (const member of members) {
    if (isEncrypted(member)) throw badInput('The file is encrypted. Save it without a password, and choose that file.');
    if (member.method !== STORED && member.method !== DEFLATED)
      throw badInput("The file is packed in a way that Excel doesn't use. Open it in Excel and save it again.");
    const name = decoded(member.name);
    if (isUnsafe(name)) throw badInput('A part of this file has a name that leads out of the file. It is not read.');
    const key = name.toLowerCase();
    if (seen.has(key)) throw badInput('Two parts of this file have the same name. It is not read.');
    seen.add(key);
    named.set(name, member);
  }
  return named;
}

/** Names of parts are relative, with single slashes, and go down only. A folder's own entry ends with a slash. */
const isUnsafe = (name: string): boolean =>
  /[\\\u0000-\u001F]/.test(name) ||
  /^[a-z]:/i.test(name) ||
  name
    .replace(/\/$/, '')
    .split('/')
    .some((segment) => segment === '' || segment === '.' || segment === '..');

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badInput("A part of this file isn't in UTF-8, as Excel writes it. Open it in Excel, save it again, and choose that file.");
  }
}

const MEBIBYTE = 2 ** 20;
/** Office's own limits are in rows and columns; these are what a page has memory for. */
const MAX_BYTES = 100 * MEBIBYTE;
const MAX_PART = 256 * MEBIBYTE;
const MAX_UNPACKED = 512 * MEBIBYTE;
const MAX_PARTS = 10_000;
/** A million equal rows pack to a hundredth or two; only what is made for it packs to less than a five hundredth. */
const MAX_RATIO = 500;
