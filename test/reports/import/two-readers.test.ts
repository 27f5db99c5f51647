import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CollectingTaker } from '../../../src/reports/import/collecting-taker';
import { deduplicate } from '../../../src/reports/import/deduplicate';
import { allOf, type Cells } from '../../../src/reports/import/line-cells';
import { collectReports } from '../../../src/reports/import/read-reports';
import { Records, type RecordSink } from '../../../src/reports/import/records';
import { bytesOf } from '../../../src/reports/import/text-decoding';
import { Problem } from '../../../src/domain/problem';
import { file, SMALL_HEADER } from '../../support/report-files';

// Rows are read by their bytes. papaparse and the readers of texts are for what is odd, and here they read everything.

/** Leaves every line to papaparse. */
class ByPapaparse extends Records {
  protected override takePlainLines(from: number): number {
    return from;
  }
}

/** Passes a row's cells on as they come, or all of them as texts. */
class Taker extends CollectingTaker {
  constructor(private readonly asTexts: boolean) {
    super();
  }

  add(row: Cells, line: number, isUnended: boolean): boolean {
    return this.collector.add(this.asTexts ? allOf(row) : row, line, isUnended);
  }
}

type Reader = new (delimiter: string, sink: RecordSink, hasSpaces: boolean) => Records;

function taken(Reader: Reader, bytes: Uint8Array, piece: number, hasSpaces: boolean): unknown[] {
  const all: unknown[] = [];
  let width = 0;
  const sink: RecordSink = {
    row: (cells, line, isUnended) => {
      width ||= cells.length;
      all.push([...allOf(cells), line, isUnended]);
    },
    broken: (line, why) => all.push([line, why]),
    width: () => width,
  };
  const records = new Reader(',', sink, hasSpaces);
  for (let position = 0; position < bytes.length; position += piece)
    records.push(bytes.subarray(position, position + piece), position + piece >= bytes.length);
  return all;
}

describe('the bytes of a file', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'Fabrikam',
      '"Fabrikam, Inc"',
      '"say ""hi"""',
      '5" pipe',
      ' ',
      '"5"" pipe"',
      '"a" ',
      ' "a"',
      '"a"b',
      '"',
      'é',
      '"Łódź"',
    ),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', ' ', 'a', 'ß'), maxLength: 9 }),
    fc.constantFrom('"two\nlines"', '"two\r\nlines"', '"\n"', '"a, b\n\n""c"""'),
  );
  const rows = fc.array(
    fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 5 }), newline: fc.constantFrom('\n', '\n', '\n', '\r\n') }),
    { minLength: 1, maxLength: 60 },
  );

  it('become the rows that papaparse makes of them, however odd', () =>
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), (given, isEnded, hasSpaces) => {
        const text = given.map(({ cells, newline }) => cells.join(',') + newline).join('');
        const bytes = bytesOf(isEnded ? text : text.trimEnd());
        const expected = taken(ByPapaparse, bytes, bytes.length, hasSpaces);
        expect(taken(Records, bytes, bytes.length, hasSpaces)).toEqual(expected);
        const firstLetters = bytes.findIndex((byte) => byte > 127);
        const piece = firstLetters < 0 ? 7 : bytes.length;
        expect(taken(Records, bytes, piece, hasSpaces)).toEqual(expected);
      }),
    ));
});

describe('the cells of a row', () => {
  const spelled =
    (...usual: string[]) =>
    (...odd: string[]) =>
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...odd, ''));
  const GUID = '0a0b0c0d-0000-4000-8000-00000000000';
  const row = fc.tuple(
    spelled(`${GUID}1`, `${GUID}2`, `${GUID}3`, `${GUID}4`)(
      `${GUID}1`.toUpperCase(),
      `{${GUID}2}`,
      '00000000-0000-0000-0000-000000000000',
      `${GUID}g`,
      '1.23E+15',
      '#REF!',
      'e-1',
      'é',
    ),
    spelled('1234567', '7654321', '6800001')('MPN 1234567', '#VALUE!', '1.23E+10', 'Total', '１２３４５６７'),
    spelled('Microsoft Commerce Incentives', 'MCI')('Moon', '"MCI"', 'Prógram'),
    spelled('Coop', 'Rebate')('Claim', 'Fee', '"Co-op"', 'earningType'),
    spelled('2024-10-31T00:00:00.000Z', '2024-11-30')(
      '10/31/2024',
      '31/10/2024',
      '11/05/2024',
      'soon',
      '2024-02-30',
      '1999-12-31',
      '45596',
    ),
    spelled('2024-11-16T02:10:11.000Z', '2024-11-17T02:10:11Z')(
      '2024-02-29T00:00:00.000Z',
      '2024-02-28T23:59:59.000Z',
      '2024-03-01T00:00:00.000Z',
      '2025-03-01T00:00:00.000Z',
      '2000-12-31T12:00:00Z',
      '2099-12-31T23:59:59Z',
      '2023-02-29T00:00:00.000Z',
      '2024-13-01T00:00:00.000Z',
      '2024-11-16T24:10:11.000Z',
      '1999-11-16T02:10:11.000Z',
      '2000-01-01T00:00:00.000Z',
      '2024-11-16',
      '16/11/2024 02:10',
    ),
    spelled('100.00', '-5.55', '12.345678', '7', '-0.00')(
      '1.234',
      '1234.567',
      '1.234.567',
      '"1,234.50"',
      '(5.00)',
      '5.',
      '.5',
      '-',
      '--1',
      '1e3',
      '999999999999999',
      '0.1234567',
      '100.00 ',
    ),
    spelled('Azure consumption CSP motion', 'Global Strategic Product Accelerator - Tier 2')(
      '"Azure ""consumption"""',
      'Ażure',
      'x'.repeat(1100),
    ),
    spelled('')('Co-op rollover', 'Ops Adjustment', '#REF!'),
    spelled('USD', 'EUR')('usd', 'Euro'),
    spelled('90.00', '110.00')('x', '"90,00"'),
    spelled('1.1', '0.9')('1', '1,1', 'x'),
    spelled('1000.00', '0.00')('0', '1.000', 'x'),
  );
  const HEADER = [...SMALL_HEADER, 'reasonCode', 'transactionCurrency', 'earningAmount', 'earningExchangeRate', 'transactionAmountUSD'];
  /** Without dollars, rates count; without earning IDs, every row does. */
  const dropped = fc.constantFrom<string[]>([], [], ['earningAmountUSD'], ['earningId'], ['calculationDate', 'reasonCode', 'lever']);

  it('count as their texts do, with the same rows set aside for the same reasons', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        dropped,
        fc.integer({ min: 50, max: 3000 }),
        async (rows, without, piece) => {
          const kept = (cells: readonly string[]): string => cells.filter((_, column) => !without.includes(HEADER[column]!)).join(',');
          const text = [HEADER, ...rows].map(kept).join('\n');
          const read = async (asTexts: boolean) => {
            try {
              return deduplicate((await collectReports([file('x', text, piece)], () => new Taker(asTexts))).collector.collected());
            } catch (thrown) {
              if (!(thrown instanceof Problem)) throw thrown;
              return thrown.message;
            }
          };
          expect(await read(false)).toEqual(await read(true));
        },
      ),
    ));
});
