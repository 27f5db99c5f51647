import { beforeEach, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../src/workbench/office/host-profiles';
import { startExcel } from '../support/excel-without-pane';
import { share } from '../support/laws';
import { deskAt, WRITING_FLOWS } from '../support/writing-flows';

const PROFILES: ProfileName[] = ['windows', 'ltsc2024', 'office2021', 'web', 'ipad'];

/** A share of the flows in each Excel with every change, other ones in each; all of them in all by npm run laws. */
describe.each(PROFILES)('all that writes works in %s', (profile) => {
  const { workbench, inExcel, clear } = startExcel({ profile });
  beforeEach(clear);

  it.each(share(WRITING_FLOWS, profile).map((flow) => [flow.name, flow] as const))('%s', async (_name, flow) => {
    const excel = workbench();
    const desk = deskAt({ type: (address, input) => excel.set(address, input), select: (address) => excel.select(address), act: inExcel });
    await flow.before(desk);
    expect(await flow.run(desk)).toBeNull();
    expect(excel.unknownCalls).toEqual([]);
  });
});
