import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { readEligibilityText } from '../../../src/planner/program/eligibility-csv';
import { programRows, rowEdit } from '../../../src/planner/program/program-rows';
import { formOf, readRecordForm } from '../../../src/planner/program/record-form';
import { programToDo } from '../../../src/planner/program/program-to-do';
import { mergeRows } from '../../../src/records/merge-rows';
import type { CellContent, TableCells } from '../../../src/records/table';
import { CPOR, ELIGIBILITY, FUNDING, PROGRAM_TABLES, READINESS } from '../../../src/storage/program/program-tables';
import { PROGRAM_TABLE_NAMES } from '../../../src/storage/program/program-names';
import { planningRead } from '../../support/planning-read';

beforeAll(() => provideContext({ datesFrom: 1900 } as never));

const table = (header: readonly string[], ...values: (readonly CellContent[])[]): TableCells => ({ header, values, formulas: values });
const namesOf = ({ design }: (typeof PROGRAM_TABLES)[number]): string[] => design.columns.map(({ name }) => name);
/** A row of a table by the names of its columns. */
const rowIn = (design: (typeof PROGRAM_TABLES)[number], cells: Record<string, CellContent>): CellContent[] =>
  namesOf(design).map((name) => cells[name] ?? '');
const withRows = (design: (typeof PROGRAM_TABLES)[number], ...rows: Record<string, CellContent>[]) =>
  new Map([[design.design.name, table(namesOf(design), ...rows.map((cells) => rowIn(design, cells)))]]);

const HEADER = 'Month,Solution area,Performance,Skilling,Customer success,CSP revenue';
const chosen = { partnerId: '1234567', partnerType: 'indirect reseller' as const };

describe("the program's tables", () => {
  it('have the names by which the workbook is read', () =>
    expect(PROGRAM_TABLES.map(({ design }) => design.name)).toEqual([...PROGRAM_TABLE_NAMES]));

  it("offer lists that fit into a cell's validation", () => {
    const lists = PROGRAM_TABLES.flatMap(({ design }) => design.columns.flatMap(({ choices }) => (choices ? [choices] : [])));
    expect(lists.length).toBeGreaterThan(5);
    for (const choices of lists) {
      expect(choices.join(',').length).toBeLessThanOrEqual(255);
      expect(choices.join('')).not.toContain(',');
    }
  });

  it('are read row by row: what is not whole or said twice is reported and does not count', () => {
    const month = { 'Partner ID': 1234567, 'Solution area': 'Security', Month: '2026-03', Performance: 10 };
    const rows = programRows(
      withRows(
        ELIGIBILITY,
        month,
        { ...month, 'Solution area': ' security ' },
        { ...month, Month: 'March 2026', 'Solution area': 'Modern Work' },
        { ...month, 'Solution area': 'Data & AI', Performance: 'many' },
        { 'Partner ID': 1234567, Performance: 10 },
      ),
    );
    expect(rows.months.map(({ area, month: first }) => [area, first])).toEqual([
      ['Modern Work', '2026-03-01'],
      ['Data & AI', '2026-03-01'],
    ]);
    expect(rows.troubles).toEqual([
      'Row 4 of CoopEligibility: Performance: "many" isn\'t a number of points from 0 to 100.',
      "Row 5 of CoopEligibility isn't used: it has no solution area and month.",
      'Rows 1 and 2 of CoopEligibility are all Security in March 2026 for one Partner ID, so none of them is used. Delete the wrong one.',
    ]);
  });

  it('are edited as text, and what is typed reads as a cell does', () => {
    const form = { ...formOf(CPOR, readRecordForm(CPOR, {}).record), name: 'Contoso', proofDate: '2026-11-03', isRecognitionOnly: 'yes' };
    const { record, mistakes } = readRecordForm(CPOR, form);
    expect(mistakes.size).toBe(0);
    expect(formOf(CPOR, record)).toEqual(form);
    expect([...readRecordForm(FUNDING, { requested: '5.400' }).mistakes.keys()]).toEqual(['requested']);
  });

  it('are saved cell by cell: what the sheet changed in another column stays', () => {
    const tables = withRows(CPOR, { 'Claim name': 'Contoso', Status: 'Submitted', ID: 'G-1' });
    const [row] = programRows(tables).cpor;
    const edit = rowEdit(CPOR, row!, { ...row!.record, status: 'Approved' });
    const now = withRows(CPOR, { 'Claim name': 'Contoso Ltd.', Status: 'Submitted', ID: 'G-1' }).get('CoopCpor')!;
    const { change, conflicts } = mergeRows(CPOR, now, [edit]);
    expect(conflicts).toEqual([]);
    expect([...change.set.values()][0]!.filter((cell) => cell !== null)).toEqual(['Approved']);
  });
});

describe('points and revenue from a text', () => {
  it('become rows of the Partner ID chosen, and change those of the same month', () => {
    const tables = withRows(ELIGIBILITY, {
      'Partner ID': '1234567',
      'Solution area': 'Security',
      Month: '2026-03',
      Performance: 1,
      ID: 'G-1',
    });
    const found = readEligibilityText(
      `${HEADER}\n2026-03,Security,10,5,5,"$1,000.00"\n2026-04,Security,10,5,5,1000`,
      programRows(tables).eligibility,
      chosen,
    );
    expect(found).toMatchObject({ added: 1, changed: 1, faults: [] });
    expect(found.edits[0]!.id).toBe('G-1');
    expect(found.edits[1]!.now).toMatchObject({ 'Partner ID': '1234567', 'CSP revenue': 1000, Performance: 10 });
  });

  it('names the columns that are missing', () =>
    expect(readEligibilityText('Month\tSolution area\tPerformance\n2026-03\tSecurity\t1', [], chosen)).toMatchObject({
      edits: [],
      faults: ['The text has no column "Skilling", "Customer success", and "CSP revenue".'],
    }));

  it('leaves out lines that cannot be read or repeat one, and says why', () => {
    const found = readEligibilityText(
      `${HEADER}\n2026-13,Security,1,1,1,1\n2026-03,,1,1,1,1\n2026-03,Security,101,1,1,1\n2026-04,Security,1,1,1,1\n2026-04,Security,2,1,1,1`,
      [],
      chosen,
    );
    expect(found.added).toBe(1);
    expect(found.faults).toHaveLength(4);
    expect(found.faults[1]).toBe('Line 3 is left out. It has no solution area.');
  });
});

describe("the to-do list's items of the program", () => {
  const todo = (tables: ReturnType<typeof withRows>) => programToDo(planningRead({ program: tables }), '2026-12-01');

  it('have what is overdue, with the money that waits behind a profile', () => {
    const [item, ...others] = todo(
      withRows(
        READINESS,
        { 'Partner ID': '1234567', Item: 'Co-op bank and tax profile', 'Next check': '2026-11-15', ID: 'G-1' },
        { 'Partner ID': '1234567', Item: 'Active tenant', State: 'done', 'Next check': '2027-03-01' },
      ),
    );
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      due: '2026-11-15',
      what: 'Check "Co-op bank and tax profile" of Partner ID 1234567',
      atRisk: 0,
      opens: { screen: 'program', id: 'G-1' },
    });
    expect(item!.why).toContain('$0.00 of claims wait for payment behind it.');
  });

  it('have the 14 days to answer, and associations whose workload is confirmed', () => {
    const items = todo(
      withRows(
        CPOR,
        { 'Claim name': 'A', Status: 'Partner action required', 'Status since': '2026-11-25' },
        { 'Claim name': 'B', 'Workload confirmed': '2026-11-30' },
        { 'Claim name': 'C', Status: 'Approved', 'Workload confirmed': '2026-11-30' },
      ),
    );
    expect(items.map(({ due, what }) => [due, what])).toEqual([
      ['2026-12-09', 'Answer Microsoft about "A"'],
      ['2026-11-30', 'Submit the association "B"'],
    ]);
    expect(items[0]!.why).toBe('Without a response by Dec 9, 2026, 14 days after it was asked, Microsoft rejects the claim.');
  });
});
