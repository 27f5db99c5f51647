import { badInput } from '../../domain/problem';
import type { AnyBytes } from '../../zip/byte-window';

/** A file as a stream of bytes, which starts from the beginning each time. */
export interface ByteSource {
  name: string;
  /** The length in bytes, for progress; absent if unknown. */
  size?: number;
  pieces(): AsyncIterable<Uint8Array>;
  /** Bytes at any position, to read a zip. Absent for a pipe, from which a zip is kept in memory. */
  slice?: AnyBytes['slice'];
}

/** Pasted text. */
export interface TextSource {
  name: string;
  text: string;
}

/** Cells of a range or table with its header row, as Excel returns them. */
export interface CellSource {
  name: string;
  cells: readonly (readonly unknown[])[];
}

/** Where an earnings report comes from. */
export type ReportSource = ByteSource | TextSource | CellSource;

/** A dragged or chosen file, read in slices that are small enough to stop between them and large enough to be fast. */
export function blobSource(name: string, blob: Blob): ByteSource & AnyBytes {
  const slice = async (from: number, to: number): Promise<Uint8Array> => new Uint8Array(await blob.slice(from, to).arrayBuffer());
  return {
    name,
    size: blob.size,
    slice,
    async *pieces() {
      for (let position = 0; position < blob.size; position += PIECE) yield await slice(position, position + PIECE);
    },
  };
}

/** A file's bytes in pieces. Throws a Problem if it can't be read. */
export async function* piecesOf(source: ByteSource): AsyncIterable<Uint8Array> {
  try {
    yield* source.pieces();
  } catch {
    throw unreadable(source.name);
  }
}

/** Bytes of a file; throws the same Problem. */
export const readable = (name: string, bytes: Promise<Uint8Array>): Promise<Uint8Array> =>
  bytes.catch(() => {
    throw unreadable(name);
  });

const unreadable = (name: string): Error =>
  badInput(`"${name}" can't be read. Check that it's still there and not open in another program.`);

/** The number of bytes or characters to process at once. */
export const PIECE = 2 ** 18;
