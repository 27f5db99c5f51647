import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { notices } from '../../src/storage/notices';
import { unrestored } from '../../src/storage/unrestored';
import type { Reached } from '../../src/workbench/office/rich-api';
import { startExcel } from '../support/excel-without-pane';
import { isFullLaw, part, share } from '../support/laws';
import { workbookNow } from '../support/workbook-now';
import { deskAt, VERBS, WRITING_FLOWS, type Desk, type PortVerb, type WritingFlow } from '../support/writing-flows';

/** Each flow that writes, once for each member it reaches, with exactly that one failing. */
describe('whole or not at all', () => {
  const { workbench, inExcel, clear } = startExcel();
  const reached = new Set<PortVerb>();
  beforeAll(() => {
    // the built add-in beside us would look at what we write, at times of its own
    workbench().host.fireRichApi = () => false;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterAll(() => vi.restoreAllMocks());

  const start = async ({ before }: WritingFlow): Promise<{ desk: Desk; state: string[] }> => {
    workbench().host.api.failing = null;
    // what is noted of thousands of failures, with all that hangs on them, would fill the memory
    vi.mocked(console.error).mockClear();
    workbench().stats.reset();
    await clear();
    workbench().workbook.writer.clear(workbench().area('Sheet1!A1:Z50'));
    const desk = deskAt({
      type: (address, input) => workbench().set(address, input),
      select: (address) => workbench().select(address),
      act: inExcel,
    });
    await before(desk);
    desk.called.clear();
    return { desk, state: await workbookNow(workbench()) };
  };

  it.each(WRITING_FLOWS.map((flow) => [flow.name, flow] as const))(
    '%s',
    async (_name, flow) => {
      let { desk, state: before } = await start(flow);
      const steps: Reached[] = [];
      workbench().host.api.failing = (step) => (steps.push(step), null);
      expect(await flow.run(desk)).toBeNull();
      workbench().host.api.failing = null;
      const meant = await workbookNow(workbench());
      for (const verb of desk.called) reached.add(verb);
      ({ desk, state: before } = await start(flow));

      const wrong: unknown[] = [];
      const failures = steps.flatMap((_, index) => [
        { index, forGood: false },
        { index, forGood: true },
      ]);
      for (const { index, forGood } of part(share(failures, flow.name, 4))) {
        const { member } = steps[index]!;
        let n = 0;
        workbench().host.api.failing = (step) => {
          const isIt = n++ === index || (forGood && n > index && step.member === member);
          return isIt ? 'GeneralException' : null;
        };
        const sentence = await flow.run(desk);
        workbench().host.api.failing = null;
        const after = await workbookNow(workbench());
        const plain = (lines: string[]): string => lines.join('\n');
        const [stuck, ...others] = unrestored.current();
        if (stuck && others.length === 0) {
          // told, kept, and put back once Excel answers
          const isSaid =
            sentence !== null && /(Check|The new) .*(row|table|sheet)/.test(sentence) && stuck.tables.length + stuck.sheets.length > 0;
          const outcome = await stuck.putBack().catch((error: Error) => error.message);
          const now = await workbookNow(workbench());
          if (isSaid && outcome === 'put back' && plain(now) === plain(before)) continue;
          if (isSaid && outcome === 'put back' && plain(now) === plain(meant) && flow.takesBack) {
            ({ desk } = await start(flow));
            continue;
          }
          wrong.push({
            index,
            of: steps.length,
            member,
            forGood,
            sentence,
            outcome,
            differs: now.filter((line) => !before.includes(line)).slice(0, 4),
            lacks: before.filter((line) => !now.includes(line)).slice(0, 4),
          });
          unrestored.leave(stuck.id);
          ({ desk } = await start(flow));
          continue;
        }
        if (forGood && sentence !== null && /may (be|still)/.test(sentence)) {
          ({ desk } = await start(flow));
          continue;
        }
        const isBefore = plain(after) === plain(before);
        const isMeant = plain(after) === plain(meant);
        if (isBefore && (sentence !== null || isMeant)) continue;
        // A filter that Excel does not take back costs no row and no cell, and is told.
        const unfiltered = (lines: string[]): string => plain(lines).replace(/ filters \[.*\]$/gm, '');
        if (
          forGood &&
          unfiltered(after) === unfiltered(meant) &&
          notices.current().some((told) => /^Excel didn't restore the filter of Coop\w+/.test(told))
        ) {
          notices.say('filters', []);
          ({ desk } = await start(flow));
          continue;
        }
        if (!(isMeant && sentence === null))
          wrong.push({
            index,
            of: steps.length,
            member,
            forGood,
            sentence,
            differs: after.filter((line) => !before.includes(line)).slice(0, 4),
            lacks: before.filter((line) => !after.includes(line)).slice(0, 4),
            unmeant: after.filter((line) => !meant.includes(line)).slice(0, 4),
          });
        ({ desk } = await start(flow));
      }
      expect(wrong).toEqual([]);
    },
    isFullLaw ? 3_600_000 : 240_000,
  );

  it('every verb of the port that writes has a flow', () => {
    expect([...reached].filter((verb) => VERBS[verb] === 'writes').sort()).toEqual(
      Object.entries(VERBS)
        .flatMap(([verb, does]) => (does === 'writes' ? [verb] : []))
        .sort(),
    );
  });
});
