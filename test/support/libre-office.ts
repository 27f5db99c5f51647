import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';

const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((file) => existsSync(file));

/** How long a test with LibreOffice may take: its first start on a busy machine is slow. */
export const LIBRE_OFFICE_MS = 300_000;

/** Skips a test where LibreOffice is missing, which continuous integration never does. */
export function needLibreOffice(skip: (note: string) => void): void {
  if (!soffice && !process.env['CI']) skip('LibreOffice is not installed here.');
  expect(soffice, 'LibreOffice is not installed').toBeDefined();
}

/** A workbook as LibreOffice writes it in another format after opening it: csv is its first sheet as calculated there. */
export const convert = (bytes: Uint8Array, format: 'csv' | 'xlsx' | 'pdf'): Buffer => converted([bytes], format)[0]!;

/** Workbooks as LibreOffice saves them, in one session. */
export const convertAll = (files: readonly Uint8Array[]): Buffer[] => converted(files, 'xlsx');

function converted(files: readonly Uint8Array[], format: 'csv' | 'xlsx' | 'pdf'): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'coop-office-'));
  try {
    const names = files.map((_, index) => `book${index}`);
    for (const [index, name] of names.entries()) writeFileSync(join(folder, `${name}.xlsx`), files[index]!);
    const out = join(folder, 'out');
    execFileSync(
      soffice!,
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        format,
        '--outdir',
        out,
        ...names.map((name) => join(folder, `${name}.xlsx`)),
      ],
      { stdio: 'ignore' },
    );
    return names.map((name) => readFileSync(join(out, `${name}.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
