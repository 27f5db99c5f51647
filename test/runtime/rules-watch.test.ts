import { beforeEach, describe, expect, it } from 'vitest';
import { RulesWatch } from '../../src/runtime/rules-watch';

const settled = () => new Promise((resolve) => setTimeout(resolve, 12));

describe('RulesWatch', () => {
  let tables: string | null;
  let asked: number;
  let reread: number;
  let watch: RulesWatch;
  beforeEach(() => {
    [tables, asked, reread] = ['rules', 0, 0];
    watch = new RulesWatch({
      rulesTableId: async () => {
        asked++;
        return tables;
      },
      isMadeByUs: (id) => id.startsWith('ours'),
      reread: async () => void reread++,
      settleMs: 3,
    });
    watch.begin('rules');
  });

  it('reads the rules again once for several edits in a row', async () => {
    for (let i = 0; i < 5; i++) watch.tableChanged('rules', 'edited');
    await settled();
    expect(reread).toBe(1);
  });

  it('asks once about another table, and never again', async () => {
    watch.tableChanged('report', 'edited');
    await settled();
    for (let i = 0; i < 5; i++) watch.tableChanged('report', 'edited');
    await settled();
    expect([asked, reread]).toEqual([1, 0]);
  });

  it('asks nothing about tables the add-in makes itself, and still about others made next to them', async () => {
    watch.tableChanged('ours 1', 'made');
    watch.tableChanged('ours 2', 'made');
    watch.tableChanged('ours 1', 'edited');
    await settled();
    expect([asked, reread]).toEqual([0, 0]);
    watch.tableChanged('ours 3', 'made');
    watch.tableChanged('report', 'made');
    await settled();
    expect([asked, reread]).toEqual([1, 0]);
  });

  it("follows a table of ours that people have given the rules' name", async () => {
    tables = 'ours 1';
    watch.tableChanged('report', 'made');
    await settled();
    expect(reread).toBe(1);
    watch.tableChanged('ours 1', 'edited');
    await settled();
    expect(reread).toBe(2);
  });

  it('sees the rules come, go, and be a table that was renamed', async () => {
    tables = null;
    watch.tableChanged('rules', 'removed');
    await settled();
    expect(reread).toBe(1);
    watch.tableChanged('table5', 'made');
    await settled();
    expect(reread).toBe(1);
    tables = 'table6';
    watch.tableChanged('table6', 'made');
    await settled();
    expect(reread).toBe(2);
  });

  it('survives a workbook that does not answer', async () => {
    const deaf = new RulesWatch({
      rulesTableId: () => Promise.reject(new Error('busy')),
      isMadeByUs: () => false,
      reread: async () => void reread++,
      settleMs: 3,
    });
    deaf.tableChanged('x', 'edited');
    await settled();
    expect(reread).toBe(0);
  });
});
