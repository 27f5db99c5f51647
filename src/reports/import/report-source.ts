import { badInput } from '../../domain/problem';

/** Bytes with random access. */
export interface AnyBytes {
  size: number;
  slice: (from: number, to: number) => Promise<Uint8Array>;
}

/** A file as a stream of bytes, from the beginning each time. */
export interface ByteSource {
  name: string;
  /** Length in bytes, for progress; absent if unknown. */
  size?: number;
  pieces(): AsyncIterable<Uint8Array>;
  /** Its bytes from anywhere, as a zip is read; absent for what can only be read from its beginning, which is then held whole. */
  slice?: AnyBytes['slice'];
}

/** Text that was pasted. */
export interface TextSource {
  name: string;
  text: string;
}

/** Cells of a range or table with its header row, as Excel hands them over. */
export interface CellSource {
  name: string;
  cells: readonly (readonly unknown[])[];
}

/** Where an earnings report comes from. */
export type ReportSource = ByteSource | TextSource | CellSource;

/** A file that was dragged or chosen. It is read in slices: small enough to stop between two, large enough to be quick. */
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

/** A file's bytes in pieces; what keeps it from being read is told in a sentence. */
export async function* piecesOf(source: ByteSource): AsyncIterable<Uint8Array> {
  try {
    yield* source.pieces();
  } catch {
    throw unreadable(source.name);
  }
}

/** Bytes of a file, or such a sentence. */
export const readable = (name: string, bytes: Promise<Uint8Array>): Promise<Uint8Array> =>
  bytes.catch(() => {
    throw unreadable(name);
  });

const unreadable = (name: string): Error =>
  badInput(`"${name}" can't be read. Check that it's still there and not open in another program.`);

/** How many bytes, letters or rows are taken at once. */
export const PIECE = 2 ** 18;
