import { beforeEach, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import '../../support/custom-functions';
import { parseHalf } from '../../../src/domain/calendar/half';
import { amountsIn, ReconcileSession, type ReadFund } from '../../../src/planner/funds/reconcile-session';
import { readFundEvidence } from '../../../src/reports/reconcile/rows';
import { blobSource } from '../../../src/reports/import/report-source';
import type { PossibleCause } from '../../../src/reports/reconcile/cause';
import { ExcelError } from '../../../src/storage/excel-error';
import type { SelectedReport } from '../../../src/storage/workbook';
import { FakeTables } from '../../support/fake-tables';

const SAMPLE = readFileSync(new URL('../../../assets/sample-earnings.csv', import.meta.url), 'utf8');
const FUND = { partnerId: '7654321', program: 'Microsoft Commerce Incentives', half: parseHalf('FY25 H1')! };
/** What the worker does, here. */
const here: ReadFund = (sources, fund, options) =>
  readFundEvidence(
    sources.map((source) => ('file' in source ? blobSource(source.name, source.file) : source)),
    fund,
    options,
  );
const file = (text: string, name = 'sample.csv'): File => new File([text], name);

describe('a fund on its way to being compared', () => {
  let selected: () => Promise<SelectedReport>;
  let session: ReconcileSession;
  let tables: FakeTables;
  beforeEach(() => {
    selected = async () => ({
      name: 'Earnings',
      hiddenRows: 0,
      cells: SAMPLE.trim()
        .split('\n')
        .map((line) => line.split(',')),
    });
    tables = new FakeTables();
    session = new ReconcileSession(FUND, { selectedReport: () => selected(), tables }, here);
  });

  it('takes what is typed, and says of each field why it is not read', () => {
    session.type('earned', '$10,020.00');
    session.type('claimed', '1234,50');
    expect(amountsIn(session.current().typed)).toEqual({
      amounts: { earned: 1_002_000, claimed: null, remaining: null },
      problems: { claimed: expect.stringContaining('its comma could be a decimal') },
      foreign: null,
    });
  });

  it.each<[string, boolean]>([
    ['$10,020.00', false],
    ['10,020.00\n', false],
    ['a word', false],
    ['Earned\t$10,020.00', true],
    ['Earned: $10,020.00', true],
    ['$1.00\t$2.00\t$3.00', true],
    ['$1.00\t$2.00', true],
  ])('pasted %j is taken by it, not by the field: %s', (text, isTaken) => expect(session.paste(text)).toBe(isTaken));

  it('fills the fields from what was pasted, and leaves what that does not name; or says why not', () => {
    session.type('remaining', '5');
    session.paste('Earned\t$10,020.00\nClaimed\t-$4.50');
    expect(session.current()).toMatchObject({ typed: { earned: '10,020.00', claimed: '-4.50', remaining: '5' }, refused: null });
    session.paste('$1.00\t$2.00');
    expect(session.current()).toMatchObject({ typed: { earned: '10,020.00' }, refused: expect.stringContaining('2 numbers') });
    session.type('earned', '1');
    expect(session.current().refused).toBeNull();
  });

  it('reads files again, or the selected cells, for what their rows tell', async () => {
    await session.readFiles([file(SAMPLE)]);
    expect(session.current()).toMatchObject({
      reading: null,
      trouble: null,
      evidence: { coop: { micros: 9_999_990_000 }, rows: { repeats: { micros: 2_199_990_000 }, names: ['sample.csv'] } },
    });
    await session.readSelection();
    expect(session.current().evidence!.rows!.names).toEqual(['Earnings']);
  });

  it('says that hidden rows of the selected cells are included, until other rows are read', async () => {
    const all = await selected();
    selected = async () => ({ ...all, hiddenRows: 1 });
    await session.readSelection();
    expect(session.current()).toMatchObject({
      evidence: { coop: { micros: 9_999_990_000 } },
      hiddenRows: "1 of 20 rows is hidden by a filter or by hand. It's included.",
    });
    await session.readFiles([file(SAMPLE)]);
    expect(session.current()).toMatchObject({ evidence: { coop: { micros: 9_999_990_000 } }, hiddenRows: null });
  });

  it('says what is no report, or can’t be reached, and keeps what was known', async () => {
    await session.readFiles([file(SAMPLE)]);
    await session.readFiles([file('a,b\n1,2', 'notes.csv')]);
    expect(session.current()).toMatchObject({
      trouble: expect.stringContaining('"notes.csv" isn\'t an earnings report'),
      evidence: { coop: { micros: 9_999_990_000 } },
    });
    selected = () => Promise.reject(new ExcelError('editing'));
    await session.readSelection();
    expect(session.current()).toMatchObject({ reading: null, trouble: new ExcelError('editing').message });
  });

  it('is stopped midway, and keeps what was known', async () => {
    const told: unknown[] = [];
    session.subscribe(() => told.push(session.current().reading?.names));
    const reading = session.readFiles([file(SAMPLE)]);
    session.cancel();
    await reading;
    expect(session.current()).toMatchObject({ reading: null, trouble: null, evidence: null });
    expect(told).toEqual([['sample.csv'], undefined]);
  });

  it('of causes of one kind only one can be at work, and next to a whole other figure none', () => {
    const cause = (id: string, kind: PossibleCause['kind'], isWhole = false): PossibleCause => ({
      id,
      kind,
      amount: 1,
      rows: 1,
      sentence: '',
      isWhole,
    });
    const all = [cause('a', 'repeats'), cause('b', 'local time'), cause('c', 'local time'), cause('d', 'rebate', true)];
    const choose = (id: string, isChosen = true): string[] => {
      session.choose(
        all.find((candidate) => candidate.id === id)!,
        isChosen,
        all,
        session.current().chosen ?? new Set(),
      );
      return [...session.current().chosen!];
    };
    expect(choose('a')).toEqual(['a']);
    expect(choose('b')).toEqual(['a', 'b']);
    expect(choose('c')).toEqual(['a', 'c']);
    expect(choose('d')).toEqual(['d']);
    expect(choose('a')).toEqual(['a']);
    expect(choose('a', false)).toEqual([]);
  });

  it('forgets what was ticked with the difference it was ticked for', () => {
    const all: PossibleCause[] = [{ id: 'a', kind: 'repeats', amount: 1, rows: 1, sentence: '' }];
    session.type('earned', '5');
    session.choose(all[0]!, true, all, new Set());
    session.type('claimed', '1');
    expect(session.current().chosen).toEqual(new Set(['a']));
    session.type('earned', '6');
    expect(session.current().chosen).toBeNull();
  });
});
