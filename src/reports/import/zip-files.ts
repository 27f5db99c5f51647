import { Unzip, UnzipInflate, type FlateError, type UnzipFile } from 'fflate';
import { badInput } from '../../domain/problem';

/** Takes the files of a zip one after the other. */
export interface ZipSink {
  begin(name: string): void;
  data(bytes: Uint8Array, last: boolean): void;
}

/** Whether bytes begin like a zip. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Unpacks the reports of a zip while its bytes come in. What is no CSV, TSV or text file is passed over. */
export class ZipFiles {
  private readonly unzip: Unzip;
  private open: string | null = null;
  private found = 0;

  constructor(
    private readonly zipName: string,
    private readonly sink: ZipSink,
  ) {
    this.unzip = new Unzip((file) => this.begin(file));
    this.unzip.register(UnzipInflate);
  }

  /** Takes the next bytes of the zip. They go on in small pieces: a small zip may unpack to a thousand times its size. */
  push(bytes: Uint8Array, last: boolean): void {
    try {
      for (let at = 0; at < bytes.length; at += PACKED_PIECE) {
        const end = Math.min(bytes.length, at + PACKED_PIECE);
        this.unzip.push(bytes.subarray(at, end), last && end === bytes.length);
      }
      if (last && bytes.length === 0) this.unzip.push(bytes, true);
    } catch (thrown) {
      if (isFlateError(thrown)) throw this.damaged();
      throw thrown;
    }
    if (!last) return;
    if (this.open !== null) throw this.damaged();
    if (this.found === 0) throw badInput(`The zip file "${this.zipName}" holds no CSV or TSV file.`);
  }

  private begin(file: UnzipFile): void {
    if (/^(\[Content_Types\]\.xml$|xl\/)/i.test(file.name)) {
      throw badInput(`"${this.zipName}" is an Excel workbook: bring in its table from within Excel, or save the sheet as CSV.`);
    }
    const base = file.name.split('/').at(-1)!;
    if (!/\.(csv|tsv|tab|txt)$/i.test(base) || base.startsWith('.') || file.name.startsWith('__MACOSX/')) return;
    file.ondata = (error, bytes, last) => {
      if (error) throw error;
      if (this.open !== file.name) {
        this.open = file.name;
        this.found++;
        this.sink.begin(`${this.zipName}/${base}`);
      }
      if (last) this.open = null;
      this.sink.data(bytes, last);
    };
    if (file.compression !== 0 && file.compression !== 8) {
      throw badInput(`"${base}" in "${this.zipName}" is packed in a way that cannot be read here: unpack the zip file and choose its files.`);
    }
    this.open = null;
    file.start();
  }

  private damaged(): Error {
    return badInput(`The zip file "${this.zipName}" is damaged or not complete: download it again.`);
  }
}

const PACKED_PIECE = 2 ** 14;

const isFlateError = (thrown: unknown): thrown is FlateError => thrown instanceof Error && typeof (thrown as Partial<FlateError>).code === 'number';
