import { describe, expect, it } from 'vitest';
import { compareFiles, type ComparedFiles } from '../../src/merging/compare-files';
import { mergedFile } from '../../src/merging/merged-file';
import { withBase } from '../../src/merging/with-base';
import { isFullLaw, share } from '../support/laws';
import { convertAll, LIBRE_OFFICE_MS, needLibreOffice } from '../support/libre-office';
import { historyOf, type History } from '../support/merge-histories';
import { planningFile, type FileShape } from '../support/planning-files';

const SEEDS = Array.from({ length: 1000 }, (_, n) => n + 1);
const HISTORIES = share(SEEDS, 'histories of a sent workbook', 60);

const listedIn = async (files: ComparedFiles): Promise<string[]> => {
  const { changes } = await compareFiles(files);
  return changes.map(({ table, id, column, kind }) => `${table} ${id ?? '?'} ${column ?? 'row'} ${kind}`).sort();
};

/** The files of a history: the base is given or carried in turn, and the copy has the shape of Excel's or Google's. */
const filesOf = ({ base, mine, theirs }: History, shape: FileShape): ComparedFiles => ({
  base: planningFile(base),
  mine: planningFile(mine),
  theirs: planningFile(theirs, shape),
});

describe('histories of a workbook that was sent', () => {
  it('no edit is lost, and a conflict is exactly where both changed a value to different ones', async () => {
    const wrong: unknown[] = [];
    for (const seed of HISTORIES) {
      const history = historyOf(seed);
      const listed = await listedIn(filesOf(history, seed % 3 === 0 ? 'google' : 'excel'));
      if (listed.join() !== history.expected.join())
        wrong.push({
          seed,
          missing: history.expected.filter((each) => !listed.includes(each)),
          extra: listed.filter((each) => !history.expected.includes(each)),
        });
    }
    expect(wrong).toEqual([]);
  });

  it('the merged workbook holds the edits of both, and merging again finds none of theirs', async () => {
    for (const seed of HISTORIES.slice(0, isFullLaw ? 200 : 15)) {
      const history = historyOf(seed);
      const files = filesOf(history, 'excel');
      const compared = await compareFiles(files);
      const { bytes } = await mergedFile(compared.side, compared);
      const again = await compareFiles({ ...files, mine: bytes });
      expect({ seed, left: again.changes.filter(({ kind }) => kind === 'theirs' || kind === 'new') }).toEqual({ seed, left: [] });
      expect({ seed, conflicts: again.changes.filter(({ kind }) => kind === 'conflict') }).toEqual({
        seed,
        conflicts: compared.changes.filter(({ kind }) => kind === 'conflict'),
      });
    }
  });

  it('a base that the copy carries says the same as one that is given', async () => {
    for (const seed of HISTORIES.slice(0, isFullLaw ? 200 : 10)) {
      const { base, ...history } = historyOf(seed);
      const send = { number: seed, day: '2025-01-10', to: 'Bo', what: 'Whole workbook', isPart: false } as const;
      const carried = await withBase(planningFile(base), send);
      const listed = await listedIn({ base: carried, mine: planningFile(history.mine), theirs: planningFile(history.theirs) });
      expect({ seed, listed }).toEqual({ seed, listed: history.expected });
    }
  });

  it('has both sides in the same row in a third of them, and in the same cell in a tenth', () => {
    const all = SEEDS.map(historyOf);
    expect(all.filter(({ isSameRow }) => isSameRow).length).toBeGreaterThanOrEqual(334);
    expect(all.filter(({ isSameCell }) => isSameCell).length).toBeGreaterThanOrEqual(100);
  });
});

describe('histories through LibreOffice', () => {
  it('are told apart as before', { timeout: LIBRE_OFFICE_MS }, async ({ skip }) => {
    needLibreOffice(skip);
    const seeds = share(SEEDS.slice(0, 100), 'histories through LibreOffice', 4);
    const copies = convertAll(
      await Promise.all(
        seeds.map((seed) =>
          withBase(planningFile(historyOf(seed).theirs), {
            number: seed,
            day: '2025-01-10',
            to: 'Bo',
            what: 'Whole workbook',
            isPart: false,
          }),
        ),
      ),
    );
    for (const [index, seed] of seeds.entries()) {
      const { base, mine, expected } = historyOf(seed);
      const listed = await listedIn({ base: planningFile(base), mine: planningFile(mine), theirs: copies[index]! });
      expect({ seed, listed }).toEqual({ seed, listed: expected });
      // the base that it carries came through, too: the copy is as it was sent
      const unchanged = await compareFiles({ mine: copies[index]!, theirs: copies[index]! });
      expect([unchanged.base, unchanged.send, unchanged.changes]).toEqual(['carried', seed, []]);
    }
  });
});
