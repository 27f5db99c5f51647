import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { Problem } from '../../../src/domain/problem';
import type { EarningsImport } from '../../../src/reports/import/earnings-import';
import { readReports } from '../../../src/reports/import/read-reports';
import { share } from '../../support/laws';
import { file, small, smallRow } from '../../support/report-files';
import { joinedAll, seekable, zipOf, type Member } from '../../support/zips';

const A: Member = { name: 'a.csv', text: small(smallRow({ id: 'e1', amount: '1.00' }), smallRow({ id: 'e2', amount: '20.00' })) };
const B: Member = { name: 'b.csv', text: small(smallRow({ id: 'e3', amount: '300.00' })) };
const NOTES: Member = { name: 'notes.pdf', text: '%PDF', stored: true };
const stored = (member: Member): Member => ({ ...member, stored: true });

/** A zip as fflate writes it on the fly, with data descriptors. */
function streamed(): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    parts.push(bytes);
  });
  for (const [entry, text] of [
    [new ZipDeflate('a.csv'), A.text],
    [new ZipPassThrough('notes.pdf'), '%PDF'],
    [new ZipDeflate('b.csv'), B.text],
  ] as const) {
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  zip.end();
  return joinedAll(parts);
}

const ZIPS: [string, Uint8Array][] = [
  ['packed', zipOf([A, NOTES, B])],
  ['stored', zipOf([stored(A), NOTES, stored(B)], { comment: 'x' })],
  [
    'with descriptors',
    zipOf([
      { ...A, descriptor: 'signed' },
      { ...NOTES, descriptor: 'bare' },
      { ...stored(B), descriptor: 'bare' },
    ]),
  ],
  ['of eight-byte numbers', zipOf([A, NOTES, { ...B, descriptor: 'signed long' }], { zip64: true, comment: 'x' })],
  ['written on the fly', streamed()],
  ['below a title', zipOf([{ ...stored(A), text: `Earnings of Contoso\n${A.text}` }, NOTES, stored(B)])],
];

const essence = ({ rows, counted, repeats, quarantined, passedOver, months, files }: EarningsImport) =>
  JSON.stringify([rows, counted, repeats, quarantined, passedOver, months, files]);

/** What is read of a file: the same however its bytes come; null if it is refused in a sentence. */
async function essenceOf(bytes: Uint8Array): Promise<string | null> {
  const [anywhere, inOrder] = await Promise.all(
    [seekable('r.zip', bytes), file('r.zip', bytes, 500)].map(async (source) => {
      try {
        return essence(await readReports([source]));
      } catch (thrown) {
        if (!(thrown instanceof Problem)) throw thrown;
        expect(thrown.message).toMatch(/^[^\n\0]+\.$/);
        return null;
      }
    }),
  );
  expect(inOrder).toBe(anywhere);
  return anywhere!;
}

describe.each(ZIPS)('a zip, %s,', (name, zip) => {
  const positions = Array.from(zip, (_, position) => position);

  it('is read whole', async () =>
    expect(await readReports([seekable('r.zip', zip)])).toMatchObject({
      counted: 3,
      files: [{ rows: 2 }, { rows: 1 }],
      passedOver: ['r.zip/notes.pdf'],
    }));

  it('with any one bit changed is refused or reads the same', { timeout: 600_000 }, async () => {
    const whole = await essenceOf(zip);
    for (const position of share(positions, name)) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = zip.slice();
        flipped[position]! ^= 1 << bit;
        expect([whole, null], `bit ${bit} of byte ${position}`).toContain(await essenceOf(flipped));
      }
    }
  });

  it('cut anywhere is refused', { timeout: 600_000 }, async () => {
    for (const position of share(positions, `${name} cut`))
      expect(await essenceOf(zip.slice(0, position)), `cut at ${position}`).toBeNull();
  });

  it('with bytes left out, put in or changed anywhere is refused or reads the same', { timeout: 600_000 }, async () => {
    const whole = await essenceOf(zip);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length), fc.nat(200), fc.uint8Array({ maxLength: 40 }), async (position, left, put) => {
        expect([whole, null]).toContain(await essenceOf(joinedAll([zip.slice(0, position), put, zip.slice(position + left)])));
      }),
    );
  });
});
