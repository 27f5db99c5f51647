/** A file as bytes that come piece by piece, from the beginning each time. */
export interface ByteSource {
  name: string;
  /** Length in bytes, for progress; absent if unknown. */
  size?: number;
  pieces(): AsyncIterable<Uint8Array>;
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
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    async *pieces() {
      for (let at = 0; at < blob.size; at += PIECE) yield new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer());
    },
  };
}

/** How many bytes, letters or rows are taken at once. */
export const PIECE = 2 ** 18;
