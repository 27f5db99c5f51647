import type { Workbook } from './grid/workbook';
import type { OpenedFile } from './workbench';

/** The workbook as an .xlsx file. */
export function saveXlsx(_book: Workbook, _namespace: string): Promise<Uint8Array> {
  return Promise.reject(new Error('not yet'));
}

/** Reads an .xlsx file. */
export function openXlsx(_bytes: Uint8Array): Promise<OpenedFile> {
  return Promise.reject(new Error('not yet'));
}
