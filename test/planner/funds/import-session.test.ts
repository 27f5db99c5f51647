import { beforeEach, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import '../../support/custom-functions';
import { FakeTables } from '../../support/fake-tables';
import { badInput } from '../../../src/domain/problem';
import { ImportSession, type ReadReports, type ReadRows } from '../../../src/planner/funds/import-session';
import { readReports } from '../../../src/reports/import/read-reports';
import { blobSource } from '../../../src/reports/import/report-source';
import { readSingleRows } from '../../../src/reports/import/single-rows';

const SAMPLE = readFileSync(new URL('../../../assets/sample-earnings.csv', import.meta.url), 'utf8');
const file = (text: string, name = 'sample.csv'): File => new File([text], name);
/** What the worker does, here. */
const here: ReadReports = (sources, options) =>
  readReports(
    sources.map((source) => ('file' in source ? blobSource(source.name, source.file) : source)),
    options,
  );

const rowsHere: ReadRows = async (sources) => {
  const all: Awaited<ReturnType<ReadRows>> = [];
  await readSingleRows(
    sources.map((source) => ('file' in source ? blobSource(source.name, source.file) : source)),
    (rows) => all.push(...rows),
  );
  return all;
};

describe('a report on its way into the workbook', () => {
  let tables: FakeTables;
  let cells: unknown[][];
  let hiddenRows: number;
  const sessionWith = (read: ReadReports = here, readRows: ReadRows = rowsHere) =>
    new ImportSession(
      { tables, selectedReport: async () => ({ name: 'Earnings', cells: cells as string[][], hiddenRows }) },
      read,
      readRows,
    );
  beforeEach(() => {
    tables = new FakeTables();
    hiddenRows = 0;
    cells = SAMPLE.trim()
      .split('\n')
      .map((line) => line.split(','));
  });

  it('is read, shown, written and taken back', async () => {
    const session = sessionWith();
    await session.readFiles([file(SAMPLE)]);
    expect(session.current()).toMatchObject({
      step: 'preview',
      news: { isFirst: true },
      found: { counted: 19, repeats: { rows: 1, micros: 2_199_990_000 } },
    });
    expect(tables.writes).toBe(0);
    await session.write();
    expect(session.current()).toMatchObject({ step: 'written' });
    expect(tables.rows('CoopFunds').map((row) => [row['Partner ID'], row['Fiscal half'], row['Source file']])).toEqual([
      ['1234567', 'FY25 H1', 'sample.csv'],
      ['1234567', 'FY25 H1', 'sample.csv'],
      ['7654321', 'FY25 H1', 'sample.csv'],
      ['7654321', 'FY25 H2', 'sample.csv'],
    ]);
    await session.takeBack();
    expect(session.current()).toEqual({ step: 'taken back' });
    expect(tables.held.size).toBe(0);
  });

  it('that is a damaged zip is told in a sentence, and nothing is written', async () => {
    const zip = zipSync({ 'a.csv': strToU8(SAMPLE), 'b.csv': strToU8(SAMPLE.replaceAll('1234567', '7777777')) });
    for (const bytes of [zip.slice(0, zip.length / 2), zip.slice(0, -1), zip.map((byte, index) => (index === 500 ? byte ^ 4 : byte))]) {
      const session = sessionWith();
      await session.readFiles([file(SAMPLE), new File([bytes], 'r.zip')]);
      expect(session.current()).toEqual({
        step: 'choosing',
        trouble: 'The zip file "r.zip" is damaged or incomplete. Download it again.',
      });
      await session.write();
      expect([tables.writes, tables.held.size]).toEqual([0, 0]);
    }
  });
  it('that is a zip which is damaged before its single rows are read is not written', async () => {
    const zip = zipSync({ 'a.csv': strToU8(SAMPLE) }, { level: 0 });
    const damaged = new File([zip.map((byte, index) => (index === 5000 ? byte ^ 1 : byte))], 'r.zip');
    const session = sessionWith(here, () => rowsHere([{ name: 'r.zip', file: damaged }]));
    await session.readFiles([new File([zip], 'r.zip')]);
    session.askForRows(true);
    await session.write();
    expect(session.current()).toMatchObject({
      step: 'preview',
      trouble: 'The zip file "r.zip" is damaged or incomplete. Download it again.',
    });
    expect(tables.writes).toBe(0);
  });
  it('tells what of a zip was not read', async () => {
    const session = sessionWith();
    await session.readFiles([new File([zipSync({ 'a.csv': strToU8(SAMPLE), 'more.zip': strToU8('PK') })], 'r.zip')]);
    expect(session.current()).toMatchObject({ step: 'preview', found: { counted: 19, passedOver: ['r.zip/more.zip'] } });
  });

  it('reads pasted text, and the cells selected', async () => {
    const session = sessionWith();
    await session.readText(SAMPLE);
    expect(session.current()).toMatchObject({ step: 'preview', found: { counted: 19 } });
    await session.readSelection();
    expect(session.current()).toMatchObject({ step: 'preview', found: { counted: 19, files: [{ name: 'Earnings' }] } });
  });

  it('says that hidden rows of the selected cells are included, and nothing of the kind of another report', async () => {
    const session = sessionWith();
    hiddenRows = 5;
    await session.readSelection();
    expect(session.current()).toMatchObject({
      found: { rows: 20, counted: 19 },
      hiddenRows: "5 of 20 rows are hidden by a filter or by hand. They're included.",
    });
    await session.readText(SAMPLE);
    expect(session.current()).toMatchObject({ found: { counted: 19 }, hiddenRows: null });
    hiddenRows = 0;
    await session.readSelection();
    expect(session.current()).toMatchObject({ found: { counted: 19 }, hiddenRows: null });
  });

  it('asks before it takes back what people have worked on since', async () => {
    const session = sessionWith();
    await session.readFiles([file(SAMPLE)]);
    await session.write();
    tables.type('CoopFunds', { 'Partner ID': '99' });
    await session.takeBack();
    expect(session.current()).toMatchObject({ step: 'written', asks: 'evenIfChanged' });
    await session.takeBack(true);
    expect(session.current()).toEqual({ step: 'taken back' });
  });

  it('compares the past by earning ID where the workbook keeps rows, and by month where it has none', async () => {
    const lines = SAMPLE.trimEnd().split('\n');
    const column = lines[0]!.split(',').indexOf('lever');
    const moved = lines.map((line, n) =>
      n === 1
        ? line
            .split(',')
            .map((cell, index) => (index === column ? 'Another lever' : cell))
            .join(',')
        : line,
    );
    const later = `${moved.join('\n')}\n`;
    const found = async (isAsked: boolean) => {
      tables = new FakeTables();
      const session = sessionWith();
      await session.readFiles([file(SAMPLE)]);
      session.askForRows(isAsked);
      await session.write();
      await session.readFiles([file(later, 'later.csv')]);
      const state = session.current();
      return state.step === 'preview' ? state.news.restated : null;
    };
    const byId = await found(true);
    expect(byId?.list.map(({ kind, before, comparedBy }) => [comparedBy, kind, before?.earningId !== ''])).toEqual([
      ['earning ID', 'moved', true],
    ]);
    const byMonth = await found(false);
    expect(byMonth?.list.map(({ kind, before, comparedBy }) => [comparedBy, kind, before?.earningId])).toEqual([
      ['month and lever', 'moved', ''],
    ]);
  });

  it('compares two files with each other on request, whichever was chosen first, and writes nothing', async () => {
    const later = SAMPLE.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31').replaceAll('2025-02-16', '2025-03-16');
    const compared = async (...files: File[]) => {
      const session = sessionWith();
      await session.readFiles(files);
      expect(session.current()).toMatchObject({ files: { step: 'offered' } });
      await session.compareFiles();
      const state = session.current();
      return state.step === 'preview' && state.files.step === 'compared' ? state.files : null;
    };
    for (const files of [
      [file(SAMPLE), file(later, 'later.csv')],
      [file(later, 'later.csv'), file(SAMPLE)],
    ]) {
      const found = await compared(...files);
      expect(found).toMatchObject({ earlier: 'sample.csv', later: 'later.csv', isOrderKnown: true });
      expect(
        found!.news.restated.list.map(({ kind, comparedBy, before, after }) => [kind, comparedBy, before!.micros, after!.micros]),
      ).toEqual([['changed', 'earning ID', 3_600_000_000, 3_000_000_000]]);
      expect([...found!.news.restated.since.values()]).toContain('2025-02-16');
    }
    // a later month adds to the past and doesn't change it
    const [header, , coop] = SAMPLE.split('\n');
    const january = coop!.replaceAll('2024-10-31', '2025-01-31').replaceAll('2024-11-', '2025-03-').replace('00000000-', '11111111-');
    const part = await compared(file(SAMPLE), file(`${header}\n${january}`, 'january.csv'));
    expect(part!.news.changes).toMatchObject([{ month: '2025-01', before: null, after: 3_600_000_000 }]);
    expect(part!.news.restated.list).toEqual([]);
    expect(tables.writes).toBe(0);
    expect(tables.held.size).toBe(0);
  });

  it('offers no comparison of one file, of the same file twice, or of three', async () => {
    const files = async (...chosen: File[]) => {
      const session = sessionWith();
      await session.readFiles(chosen);
      const state = session.current();
      return state.step === 'preview' && state.files.step;
    };
    const other = SAMPLE.replace('3600.00,3600.00', '3000.00,3000.00');
    expect(await files(file(SAMPLE))).toBe('not offered');
    expect(await files(file(SAMPLE), file(SAMPLE, 'again.csv'))).toBe('not offered');
    expect(await files(file(SAMPLE), file(other, 'b.csv'), file(`${other}x`, 'c.csv'))).toBe('not offered');
  });

  it('says why two files could not be compared, and offers it again', async () => {
    const session = sessionWith(async (sources, options) => {
      if (sources.length === 1) throw badInput('"b.csv" can\'t be read. Check that it\'s still there.');
      return here(sources, options);
    });
    await session.readFiles([file(SAMPLE), file(SAMPLE.replace('3600.00,3600.00', '3000.00,3000.00'), 'b.csv')]);
    await session.compareFiles();
    expect(session.current()).toMatchObject({
      step: 'preview',
      files: { step: 'offered', trouble: '"b.csv" can\'t be read. Check that it\'s still there.' },
    });
  });

  it('keeps the single rows where they are asked for, and takes them back with the rest', async () => {
    const session = sessionWith();
    await session.readFiles([file(SAMPLE)]);
    expect(session.current()).toMatchObject({ rows: { count: 20, isAsked: false, why: null } });
    session.askForRows(true);
    await session.write();
    expect(session.current()).toMatchObject({ step: 'written', news: { rows: { added: 20, removed: 0 } } });
    expect(tables.rows('CoopEarningRows').map((row) => row['Payment ID'])).toContain('006815016255');
    await session.readFiles([file(SAMPLE, 'again.csv')]);
    session.askForRows(true);
    await session.write();
    expect(session.current()).toMatchObject({ step: 'written', takeBack: null });
    await session.readFiles([file(SAMPLE.replace('3600.00,3600.00,2024-10-31', '3000.00,3000.00,2024-10-31'), 'later.csv')]);
    session.askForRows(true);
    await session.write();
    expect(session.current()).toMatchObject({ news: { rows: { added: 1, removed: 1 } } });
    await session.takeBack();
    expect(tables.rows('CoopEarningRows')).toHaveLength(20);
  });

  it.each([
    ['cells of the workbook', (session: ImportSession) => session.readSelection(), "They're already in this workbook"],
    [
      'more rows than a workbook bears',
      (session: ImportSession) =>
        session.readText(
          [SAMPLE.split('\n')[0], ...new Array<string>(2_632).fill(SAMPLE.trim().split('\n').slice(1).join('\n'))].join('\n'),
        ),
      '50,000',
    ],
  ])('does not offer the single rows of %s, and says why', async (_title, read, why) => {
    const session = sessionWith();
    await read(session);
    expect(session.current()).toMatchObject({ rows: { isAsked: false, why: expect.stringContaining(why) } });
    session.askForRows(true);
    expect(session.current()).toMatchObject({ rows: { isAsked: false } });
  });

  it('writes nothing if the file has changed since it was read', async () => {
    const session = sessionWith(here, async (sources) => (await rowsHere(sources)).slice(1));
    await session.readFiles([file(SAMPLE)]);
    session.askForRows(true);
    await session.write();
    expect(session.current()).toMatchObject({
      step: 'preview',
      isWriting: false,
      trouble: expect.stringContaining('changed after it was read'),
    });
    expect(tables.held.size).toBe(0);
  });

  it('remembers a row that could not be counted until a later report counts it', async () => {
    const session = sessionWith();
    const unreadable = SAMPLE.replace('5400.00,5400.00,2024-10-31T00:00:00.000Z', '5400.00,5400.00,soon');
    expect(unreadable).not.toBe(SAMPLE);
    await session.readFiles([file(unreadable)]);
    await session.write();
    expect(session.current()).toMatchObject({ step: 'written', news: { skipped: 1, settled: [] } });
    const [row, ...others] = tables.rows('CoopSkipped');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      File: 'sample.csv',
      Line: 2,
      'Partner ID': '1234567',
      'Fiscal half': '',
      Reason: 'The earning date "soon" can\'t be read. Write it like 2024-12-31.',
      'Settled by': '',
    });
    expect(row!['Row']).toContain('soon');
    await session.readFiles([file(unreadable, 'again.csv')]);
    await session.write();
    expect(session.current()).toMatchObject({ step: 'written', takeBack: null });
    await session.readFiles([file(SAMPLE, 'later.csv')]);
    expect(session.current()).toMatchObject({ step: 'preview', news: { skipped: 0, settled: [{ line: 2 }] } });
    await session.write();
    expect(tables.rows('CoopSkipped').map((each) => each['Settled by'])).toEqual(['later.csv, line 2']);
    await session.takeBack();
    expect(tables.rows('CoopSkipped').map((each) => each['Settled by'])).toEqual(['']);
  });

  it('says in its sentence why a file is no report', async () => {
    const session = sessionWith(async () => {
      throw badInput('"x.csv" is no report.');
    });
    await session.readFiles([file('', 'x.csv')]);
    expect(session.current()).toEqual({ step: 'choosing', trouble: '"x.csv" is no report.' });
  });

  it('stays with what was read where the sheet is protected', async () => {
    const session = sessionWith();
    tables.protectedTables.add('CoopFunds');
    await session.readFiles([file(SAMPLE)]);
    await session.write();
    expect(session.current()).toMatchObject({ step: 'preview', isWriting: false, trouble: expect.stringContaining('protected') });
    expect(tables.held.size).toBe(0);
  });

  it('cancelled, whatever comes later is not shown', async () => {
    let finish = (): void => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const session = sessionWith(async (sources, options) => {
      begin();
      await new Promise<void>((resolve) => (finish = resolve));
      return here(sources, options);
    });
    const reading = session.readFiles([file(SAMPLE)]);
    await begun;
    expect(session.current().step).toBe('reading');
    session.cancel();
    finish();
    await reading;
    expect(session.current()).toEqual({ step: 'choosing', trouble: null });
  });
});
