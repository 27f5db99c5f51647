import { beforeAll, describe, expect, it } from 'vitest';
import { provideContext } from '../../../src/cells/context';
import { MixSession } from '../../../src/planner/activities/mix-session';
import { FakeTables } from '../../support/fake-tables';
import { PLAIN_WORKBOOK } from '../../support/custom-functions';
import { planningOn } from '../../support/planning';

const BY_CATEGORY = { setting: 'mix', kind: 'category' } as const;
const BY_AREA = { setting: 'areaMix', kind: 'solution area' } as const;
const HALVES = [
  { name: 'Demand Generation', share: 0.5 },
  { name: 'Market Development', share: 0.5 },
];
const AZURE = [{ name: 'Azure', share: 1 }];

async function opened() {
  const pane = planningOn(new FakeTables());
  await pane.store.readAgain();
  return { ...pane, session: new MixSession(pane.store) };
}

describe('a target mix', () => {
  beforeAll(() => provideContext(PLAIN_WORKBOOK));

  it('is saved and removed, and each of these is named and taken back alone', async () => {
    const { session, read } = await opened();
    expect(await session.save(BY_CATEGORY, HALVES)).toBe(true);
    expect(session.current().notice).toMatchObject({ intent: 'success', sentence: 'Saved the target mix by category.' });
    await session.save(BY_AREA, AZURE);
    await session.save(BY_CATEGORY, []);
    expect(session.current().notice?.sentence).toBe('Removed the target mix by category.');
    expect(read().settings).toMatchObject({ mix: [], areaMix: AZURE });
    await session.undo(session.lastStep()!);
    expect(session.current().notice?.sentence).toBe('Undone: removed the target mix by category.');
    expect(read().settings).toMatchObject({ mix: HALVES, areaMix: AZURE });
    await session.undo(session.lastStep()!);
    expect(read().settings).toMatchObject({ mix: HALVES, areaMix: [] });
    await session.undo(session.lastStep()!);
    expect(read().settings).toMatchObject({ mix: [], areaMix: [] });
    expect(session.lastStep()).toBeNull();
  });

  it('that someone changed in the sheet since is not taken back', async () => {
    const { session, store, tables, read } = await opened();
    await session.save(BY_AREA, AZURE);
    const row = tables.rows('CoopSettings').findIndex(({ Setting }) => Setting === 'Solution area mix: Azure');
    tables.write('CoopSettings', row, 'Value', '80%');
    await store.readAgain();
    await session.undo(session.lastStep()!);
    expect(session.current().notice).toMatchObject({ intent: 'warning', undo: null });
    expect(read().settings.areaMix).toEqual([{ name: 'Azure', share: 0.8 }]);
  });
});
