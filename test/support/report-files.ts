import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { ReportSource } from '../../src/reports/import/report-source';

// Earnings reports as files, in the encodings and packings in which they arrive.

/** The sample report's bytes. */
export const SAMPLE_BYTES = new Uint8Array(readFileSync(new URL('../../assets/sample-earnings.csv', import.meta.url)));

/** The sample report's text. */
export const SAMPLE_TEXT = new TextDecoder().decode(SAMPLE_BYTES);

/** The sample's rows, header first. */
export const sampleRows = (): string[][] => Papa.parse<string[]>(SAMPLE_TEXT.trim()).data;

/** A file whose bytes come in pieces of a given length. */
export function file(name: string, content: string | Uint8Array, piece = 1000): ReportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *pieces() {
      for (let position = 0; position < bytes.length; position += piece) yield bytes.subarray(position, position + piece);
    },
  };
}

const [HEADER = '', , COOP_ROW = ''] = SAMPLE_TEXT.split('\n');
const MCI = 'Microsoft Commerce Incentives';

/** The sample's earnings a year before: FY24 H1 has 10,020 dollars for January to June 2024, to claim by 2024-08-15. */
export const YEAR_BEFORE = SAMPLE_TEXT.replace(/202[45]-/g, (year) => (year === '2024-' ? '2023-' : '2024-'));

/** A report with one co-op earning for each fund: whose, how much, of which program, earned when. */
export const reportOf = (...funds: readonly [partnerId: string, amount: string, program?: string, day?: string][]): string =>
  [
    HEADER,
    ...funds.map(([partnerId, amount, program = MCI, day = '2024-10-31'], n) =>
      COOP_ROW.replaceAll('1234567', partnerId)
        .replace('00000000-0000-4000-8000-000000000002', `00000000-0000-4000-8000-${String(n).padStart(12, '9')}`)
        .replaceAll('3600.00', amount)
        .replaceAll('2024-10-31', day)
        .replace(MCI, program),
    ),
  ].join('\n');

/** Rows as a CSV text. */
export const csv = (rows: readonly (readonly unknown[])[], delimiter = ',', newline = '\n'): string =>
  Papa.unparse(rows as unknown[][], { delimiter, newline });

/** Columns of a small report, in the download's words. */
export const SMALL_HEADER = [
  'earningId',
  'participantId',
  'programName',
  'earningType',
  'earningDate',
  'calculationDate',
  'earningAmountUSD',
  'lever',
];

/** One row of a small report. */
export function smallRow(
  change: Partial<Record<'id' | 'partner' | 'program' | 'type' | 'date' | 'calculated' | 'amount' | 'lever', string>> = {},
): string[] {
  const row = {
    id: 'e1',
    partner: '1234567',
    program: 'Microsoft Commerce Incentives',
    type: 'Coop',
    date: '2024-10-31T00:00:00.000Z',
    calculated: '2024-11-16T02:10:11.000Z',
    amount: '100.00',
    lever: 'Azure consumption CSP motion',
    ...change,
  };
  return [row.id, row.partner, row.program, row.type, row.date, row.calculated, row.amount, row.lever];
}

/** A small report as a CSV text. */
export const small = (...rows: string[][]): string => csv([SMALL_HEADER, ...rows]);

/** Text in UTF-16. */
export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let position = 0; position < units.length; position++) view.setUint16(position * 2, units.charCodeAt(position), order === 'le');
  return bytes;
}
