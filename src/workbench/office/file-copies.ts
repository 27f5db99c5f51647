/**
 * Parameters and answers of document.getFileAsync have numbers as keys: 0 for the file type, handle or data; 1 for the
 * slice size, file size or slice length; 2 for the handle; 3 for the slice index.
 */
type Numbered = Record<string, unknown>;

const COMPRESSED = 1;
const DEFAULT_SLICE = 65536;

/** The copies of the workbook that the add-in is reading slice by slice. */
export class FileCopies {
  private readonly copies = new Map<number, { bytes: Uint8Array; sliceSize: number }>();
  private next = 0;

  async open(data: Numbered, save: () => Promise<Uint8Array>): Promise<object> {
    if (data[0] !== COMPRESSED) throw new Error('only the compressed file type');
    const bytes = await save();
    const handle = ++this.next;
    this.copies.set(handle, { bytes, sliceSize: Number(data[1] ?? DEFAULT_SLICE) });
    return { 0: handle, 1: bytes.length };
  }

  slice(data: Numbered): object {
    const copy = this.copies.get(Number(data[2]));
    if (!copy) throw new Error('no such file handle');
    const start = Number(data[3]) * copy.sliceSize;
    const part = copy.bytes.subarray(start, start + copy.sliceSize);
    return { 0: [...part], 1: part.length };
  }

  close(data: Numbered): void {
    this.copies.delete(Number(data[2]));
  }
}
