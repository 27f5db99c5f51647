import { afterEach, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { afterwards, type TableCells } from '../../../src/records/table';
import { ACTIVITY_LIST, activityRows, offeringOwn } from '../../../src/storage/funds/name-lists';
import { planSave } from '../../../src/storage/planning/save-planning';
import { addRuleRows } from '../../../src/storage/rules/pack-edits';
import { FakeTables } from '../../support/fake-tables';
import { rulesOf } from '../../support/own-rules';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';

const { rules } = rulesOf(
  { Rule: 'activity', From: '2026-07-01', Activity: 'Agent workshop', Category: 'Demand Generation' },
  { Rule: 'activity', From: '2027-01-01', Activity: 'agent-workshop', Expenses: 'Trainer', Category: 'Market Development' },
  { Rule: 'activity', From: '2026-07-01', Activity: 'Telemarketing', Value: 'not eligible' },
);
const OWN = ['Agent workshop', 'Demand Generation', 46_204];

const header = ACTIVITY_LIST.columns.map(({ name }) => name);
const listWith = (...rows: (string | number)[][]): TableCells => ({ header, values: rows, formulas: rows });

describe('the activities that the sheet offers', () => {
  afterEach(() => provideContext(PLAIN_WORKBOOK));

  it('include the workbook’s own, each once, and a new list has them', () => {
    expect(offeringOwn(listWith(['Exhibits', 'Demand Generation', 1]), rules)).toMatchObject([{ add: [OWN], isDispensable: true }]);
    expect(offeringOwn(listWith(['agent WORKSHOP', '', '']), rules)).toEqual([]);
    expect(offeringOwn(null, rules)).toEqual([]);
    expect(activityRows(rules)).toContainEqual(OWN);
    expect(activityRows(rules)).toHaveLength(activityRows([]).length + 1);
    const moved = { header: ['Mine', 'Activity'], values: [['', 'Exhibits']], formulas: [['', 'Exhibits']] };
    expect(offeringOwn(moved, rules)).toMatchObject([{ add: [['', 'Agent workshop']] }]);
  });

  it('get them with the next save, and from the pane’s own changes of the rules at once', async () => {
    provideContext({ ...PLAIN_WORKBOOK, ownRules: rules });
    const now = new Map([[ACTIVITY_LIST.name, listWith(['Exhibits', 'Demand Generation', 1])]]);
    const nothing = {
      activities: [],
      claims: [],
      rates: [],
      inSheet: [],
      settings: null,
      partners: null,
      who: '',
      at: '2026-12-01 10:00:00',
    };
    const history = [{ at: '2026-12-01 10:00:00', subject: 'x', what: 'y', from: '', to: '', where: 'pane', note: '' }] as never;
    const { changes } = planSave(now, { ...nothing, history });
    expect(afterwards(now, changes).get(ACTIVITY_LIST.name)!.values).toContainEqual(OWN);
    expect(planSave(now, { ...nothing, history: [] }).changes).toEqual([]);

    const tables = new FakeTables();
    tables.held.set(ACTIVITY_LIST.name, listWith(['Exhibits', 'Demand Generation', 1]));
    const takeBack = await addRuleRows(tables, [
      { Rule: 'activity', From: '2026-07-01', Activity: 'Agent workshop', Category: 'Demand Generation' },
    ]);
    expect(tables.held.get(ACTIVITY_LIST.name)!.values).toContainEqual(OWN);
    expect(await takeBack!()).toBe('taken back');
    expect(tables.held.get(ACTIVITY_LIST.name)!.values).toHaveLength(1);
  });
});
