import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { partnersIn } from '../../../src/planner/partners/partners-in';
import { PartnersSession } from '../../../src/planner/partners/partners-session';
import { writeReport } from '../../../src/storage/funds/write-report';
import { FakeTables } from '../../support/fake-tables';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { planningOn, settled } from '../../support/planning';
import { activity, claim, earned } from '../../support/records';

const NAMES = 'CoopPartners';

/** Earnings of two Partner IDs, an activity of one, and a claim of a third. */
async function named(tables = new FakeTables()) {
  await writeReport(tables, {
    months: [earned(), earned({ partnerId: 'MPN 07654321' })],
    skipped: [],
    asOf: '2025-01-16',
    source: 'a.csv',
  });
  const pane = planningOn(tables);
  await pane.store.readAgain();
  const fund = { ...activity().fund!, partnerId: '99' };
  await pane.store.save({ activities: [{ value: activity(), base: null }], claims: [{ value: claim({ fund }), base: null }] }, 'Saved.');
  return { ...pane, session: new PartnersSession(pane.store) };
}

describe('naming a Partner ID in the pane', () => {
  beforeAll(() => provideContext(PLAIN_WORKBOOK));

  it('makes the table with every Partner ID of the workbook, so that the others can be named in the sheet', async () => {
    const { session, tables, read } = await named();
    expect(await session.name('1234567', 'US', 'card')).toBe(true);
    expect(tables.rows(NAMES).map((row) => [row['Partner ID'], row.Name])).toEqual([
      ['1234567', 'US'],
      ['99', ''],
      ['MPN 07654321', ''],
    ]);
    expect(session.current()).toMatchObject({ place: 'card', notice: { sentence: 'Named Partner ID US · 1234567.' } });
    expect(partnersIn(read())).toEqual([{ partnerId: '99' }, { partnerId: '1234567', partnerName: 'US' }, { partnerId: 'MPN 07654321' }]);
  });

  it('is shown with funds, activities, and claims at once, and taken back by Undo', async () => {
    const { session, read } = await named();
    const shown = () => [read().funds[0], read().fundDetails[0], read().activities[0]!.value.fund].map((fund) => fund?.partnerName);
    await session.name('1234567', 'US', 'card');
    expect(shown()).toEqual(['US', 'US', 'US']);
    await session.name('99', 'Other', 'card');
    expect(read().claims[0]!.value.fund?.partnerName).toBe('Other');
    await session.undo(session.lastStep()!);
    expect(read().claims[0]!.value.fund?.partnerName).toBeUndefined();
    expect(session.current().notice?.sentence).toBe('Undone: named Partner ID Other · 99.');
    await session.undo(session.lastStep()!);
    expect(shown()).toEqual([undefined, undefined, undefined]);
  });

  it('goes into the row that has the Partner ID, in whatever spelling, and keeps what people added', async () => {
    const { session, store, tables, read } = await named();
    await session.name('1234567', 'US', 'card');
    tables.write(NAMES, 0, 'Partner ID', 'MPN 01234567');
    tables.widen(NAMES, 'Region', 'EMEA');
    tables.reverse(NAMES);
    await store.readAgain();
    await session.name('1234567', 'America', 'card');
    expect(tables.rows(NAMES).at(-1)).toMatchObject({ 'Partner ID': 'MPN 01234567', Name: 'America', Region: 'EMEA' });
    expect(tables.rows(NAMES)).toHaveLength(3);
    expect(read().partnerNames.get('1234567')).toBe('America');
  });

  it('has a group beside the name, also in a table of the first version, and Undo takes it back', async () => {
    const { session, store, tables, read } = await named();
    await session.name('1234567', 'US', 'card');
    tables.narrow(NAMES, 'Group');
    await store.readAgain();
    expect(read().partnerGroups.size).toBe(0);
    const saved = await store.save({ partners: [{ partnerId: '99', name: '', group: 'scale countries' }] }, 'Saved.');
    expect(tables.rows(NAMES).map((row) => [row['Partner ID'], row.Name, row.Group])).toEqual([
      ['1234567', 'US', ''],
      ['99', '', 'scale countries'],
      ['MPN 07654321', '', ''],
    ]);
    expect([...read().partnerGroups]).toEqual([['99', 'scale countries']]);
    // a name alone leaves the group
    await session.name('99', 'Other', 'card');
    expect(tables.rows(NAMES)[1]).toMatchObject({ Name: 'Other', Group: 'scale countries' });
    await session.undo(session.lastStep()!);
    if (saved.outcome === 'saved') await saved.undo!.run();
    expect(read().partnerGroups.size).toBe(0);
  });

  it('of a name that a co-author typed meanwhile, keeps ours and reports theirs', async () => {
    const { session, tables, store } = await named();
    await session.name('99', 'Other', 'card');
    tables.meanwhile = () => tables.write(NAMES, 1, 'Name', 'Theirs');
    await session.name('1234567', 'Ours', 'card');
    expect(session.current().notice).toMatchObject({
      intent: 'warning',
      conflicts: [{ column: 'CoopPartners Name', theirs: 'Theirs', ours: 'Ours' }],
    });
    await store.readAgain();
    expect(tables.rows('CoopHistory').at(-1)).toMatchObject({ 'Subject ID': 'Partner ID 1234567', From: 'Theirs', To: 'Ours' });
  });

  it('a name typed in the sheet is shown at once', async () => {
    const { session, store, tables, read, edited } = await named();
    store.open();
    await session.name('99', 'Other', 'card');
    tables.write(NAMES, 1, 'Name', 'US');
    edited();
    await settled();
    expect(read().funds.map(({ partnerName }) => partnerName)).toContain('US');
  });

  it('without a table that the workbook had, nothing is written', async () => {
    const { session, store, tables } = await named();
    await session.name('99', 'Other', 'card');
    tables.held.delete(NAMES);
    await store.readAgain();
    expect(await session.name('1234567', 'US', 'card')).toBe(false);
    expect(session.current().notice?.sentence).toContain('the table CoopPartners is missing');
    await store.beginAnew();
    expect(await session.name('1234567', 'US', 'card')).toBe(true);
  });
});
