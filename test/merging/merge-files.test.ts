import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareFiles } from '../../src/merging/compare-files';
import { mergedFile } from '../../src/merging/merged-file';
import type { Send } from '../../src/merging/base-sheet';
import { withBase } from '../../src/merging/with-base';
import { planningFile, type MadeCell, type MadeTable } from '../support/planning-files';
import { differences, partsOf } from '../support/xlsx-parts';

const HEADER = ['Title', 'Status', 'Partner ID', 'Fiscal half', 'Start', 'Owner', 'Budget', 'Cost', 'Region', 'ID'];
const row = (id: string, title: string, budget: number, more: Record<string, MadeCell> = {}): MadeCell[] => {
  const cells: Record<string, MadeCell> = {
    Title: title,
    Status: 'planned',
    'Partner ID': 4512345,
    'Fiscal half': 'FY25 H1',
    Start: { day: '2025-03-01' },
    Owner: 'Ann',
    Budget: budget,
    Cost: { formula: 'G5', value: budget },
    Region: 'North',
    ID: id,
    ...more,
  };
  return HEADER.map((name) => cells[name] ?? null);
};
const plan = (...rows: MadeCell[][]): MadeTable => ({ name: 'CoopPlan', header: HEADER, rows });
const SENT = [row('A-1', 'Booth', 1000), row('A-2', 'Webinar', 500), row('A-3', 'Mailing', 250)];
const SEND: Send = { number: 7, day: '2025-01-10', to: 'Bo', what: 'Whole workbook', isPart: false };
const sent = (rows = SENT): Promise<Uint8Array> => withBase(planningFile([plan(...rows)]), SEND);

/** The copy with cells that the other side has, which keeps the base that it was sent with. */
async function returned(table: MadeTable, shape: 'excel' | 'google' = 'excel'): Promise<Uint8Array> {
  const base = partsOf(await sent())['xl/worksheets/sheet2.xml']!;
  const rows = [...base.matchAll(/<row r="\d+">(.*?)<\/row>/g)].map(([, cells]) => {
    const read: MadeCell[] = [];
    for (const [, letters, text, number] of cells!.matchAll(
      /<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/g,
    )) {
      const place = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (read.length < place) read.push(null);
      read.push(number === undefined ? text!.replaceAll('&quot;', '"').replaceAll('&amp;', '&') : Number(number));
    }
    return read;
  });
  return planningFile([table], shape, { 'Somebody renamed me': rows });
}

const found = async (mine: Uint8Array, theirs: Uint8Array, base?: Uint8Array) => {
  const compared = await compareFiles({ mine, theirs, ...(base && { base }) });
  return {
    ...compared,
    listed: compared.changes.map(({ id, column, base: was, mine: here, theirs: there, kind }) => [id, column, was, here, there, kind]),
  };
};

describe('a copy that comes back', () => {
  it('carries its base, and says who changed what', async () => {
    const mine = planningFile([
      plan(row('A-1', 'Booth', 1200), row('A-2', 'Webinar', 500), row('A-3', 'Mailing', 300, { Region: 'South' })),
    ]);
    const theirs = await returned(
      plan(row('A-1', 'Booth', 1000, { Owner: 'Bo' }), row('A-2', 'Webinar', 500), row('A-3', 'Mailing', 275, { Region: 'South' })),
    );
    const { base, send, listed, refused } = await found(mine, theirs);
    expect([base, send, refused]).toEqual(['carried', 7, []]);
    expect(listed).toEqual([
      ['A-1', 'Budget', 1000, 1200, 1000, 'mine'],
      ['A-1', 'Owner', 'Ann', 'Ann', 'Bo', 'theirs'],
      ['A-3', 'Budget', 250, 300, 275, 'conflict'],
      ['A-3', 'Region', 'North', 'South', 'South', 'both-same'],
    ]);
  });

  it.each(['excel', 'google'] as const)('is found after sorting, moving, renaming, and retyping, in the shape of %s', async (shape) => {
    const order = ['ID', 'My notes', 'Region', 'Who does it', 'Cost', 'Start', 'Fiscal half', 'Partner ID', 'Status', 'Title', 'Budget'];
    const names: Record<string, string> = { 'Who does it': 'Owner' };
    const rows = [row('a-3 ', 'Mailing  ', 250), row('A-1', 'Booth', 1000, { Owner: 'Bo' }), row('A-2', 'Webinar', 500)].map((cells) =>
      order.map((name): MadeCell => {
        const cell = cells[HEADER.indexOf(names[name] ?? name)] ?? null;
        if (name === 'Start') return '2025-03-01';
        if (name === 'Partner ID') return '4512345';
        return name === 'Budget' ? `${Number(cell)}.0` : cell;
      }),
    );
    const theirs = await returned({ name: 'CoopPlan', header: order, rows }, shape);
    const { listed, refused } = await found(planningFile([plan(...SENT)]), theirs);
    expect(listed).toEqual([['A-1', 'Owner', 'Ann', 'Ann', 'Bo', 'theirs']]);
    expect(refused).toEqual([]);
  });

  it('offers deleted rows, and lists new ones, conflicts of rows, and rows without an ID', async () => {
    const mine = planningFile([
      plan(row('A-1', 'Booth', 1000), row('A-2', 'Webinar', 600), row('A-3', 'Mailing', 250), row('A-9', 'Mine', 1)),
    ]);
    const theirs = await returned(
      plan(row('A-3', 'Mailing', 250), row('A-8', 'Theirs', 2), row('', 'Nameless', 3), row('', 'Booth', 1000, { Owner: 'Bo' })),
    );
    const { changes, refused } = await found(mine, theirs);
    expect(changes.map(({ id, column, kind }) => [id, column, kind])).toEqual([
      [null, null, 'new'],
      ['A-1', null, 'deleted'],
      ['A-2', null, 'conflict'],
      ['A-8', null, 'new'],
      ['A-9', null, 'mine'],
    ]);
    expect(changes[1]!.result).toMatchObject({ Title: 'Booth', Start: '2025-03-01', 'Partner ID': 4512345 });
    expect(refused).toMatchObject([{ id: null, row: 8, offer: { id: 'A-1' } }]);
  });

  it('names IDs that two rows have, and merges neither', async () => {
    const theirs = await returned(
      plan(row('A-1', 'Booth', 1), row('A-1', 'Booth', 2), row('A-2', 'Webinar', 3), row('A-3', 'Mailing', 250)),
    );
    const { listed, refused } = await found(planningFile([plan(...SENT)]), theirs);
    expect(listed).toEqual([['A-2', 'Budget', 500, 500, 3, 'theirs']]);
    expect(refused.map(({ id, row: number }) => [id, number])).toEqual([
      ['A-1', 5],
      ['A-1', 6],
    ]);
  });

  it('is compared in two ways without a base, and with a base given', async () => {
    const mine = planningFile([plan(row('A-1', 'Booth', 1200), ...SENT.slice(1))]);
    const theirs = planningFile([plan(row('A-1', 'Booth', 1000, { Owner: 'Bo' }), ...SENT.slice(1))]);
    const without = await found(mine, theirs);
    expect([without.base, ...without.listed]).toEqual([
      'none',
      ['A-1', 'Budget', null, 1200, 1000, 'conflict'],
      ['A-1', 'Owner', null, 'Ann', 'Bo', 'conflict'],
    ]);
    const given = await found(mine, theirs, planningFile([plan(...SENT)]));
    expect([given.base, ...given.listed.map((each) => each.at(-1))]).toEqual(['given', 'mine', 'theirs']);
  });

  it('takes no base whose cells somebody changed', async () => {
    const copy = await sent();
    const parts = partsOf(copy);
    expect(parts['xl/workbook.xml']).toContain('name="CoopBase" sheetId="2" state="hidden"');
    expect((await found(planningFile([plan(...SENT)]), copy)).base).toBe('carried');
    const base = parts['xl/worksheets/sheet2.xml']!;
    const changed = zipSync(
      Object.fromEntries(
        Object.entries({ ...parts, 'xl/worksheets/sheet2.xml': base.replace('<v>1000</v>', '<v>1001</v>') }).map(([name, text]) => [
          name,
          strToU8(text),
        ]),
      ),
    );
    expect((await found(planningFile([plan(...SENT)]), changed)).base).toBe('none');
  });

  it('merges into my workbook and changes no other part of it', async () => {
    const mine = planningFile([plan(row('A-1', 'Booth', 1200), ...SENT.slice(1)), { name: 'Other', header: ['x'], rows: [[1]] }]);
    const theirs = await returned(
      plan(
        row('A-1', 'Booth', 1000, { Owner: 'Bo', Start: { day: '2025-04-02' } }),
        row('A-2', 'Webinar', 500, { Region: null }),
        row('A-8', 'Theirs', 2),
      ),
    );
    const compared = await compareFiles({ mine, theirs });
    const { bytes, unplaced } = await mergedFile(compared.side, compared);
    expect(unplaced).toEqual([]);
    const { changed, ...others } = differences(mine, bytes);
    expect([changed.sort(), others]).toEqual([['xl/tables/table1.xml', 'xl/worksheets/sheet1.xml'], { gone: [], added: [] }]);
    const expected = planningFile([
      plan(
        row('A-1', 'Booth', 1200, { Owner: 'Bo', Start: { day: '2025-04-02' } }),
        row('A-2', 'Webinar', 500, { Region: null }),
        SENT[2]!,
        row('A-8', 'Theirs', 2),
      ),
    ]);
    expect((await compareFiles({ mine: bytes, theirs: expected })).changes).toEqual([]);
    expect(partsOf(bytes)['xl/tables/table1.xml']).toContain('ref="A4:J8"');
  });
});
