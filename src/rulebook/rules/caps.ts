import type { CapRule } from '../../domain/plan';
import type { Rule } from '../rule';
import { CATALOG_FROM, type ActivityId } from './activities';
import type { ProgramId } from './programs';

const SURFACE: ProgramId = 'Surface PC and Surface Hub ADD';
const OF_EARNED =
  'Counted on the co-op earned in the earning period before, by the same Partner ID in the same program.';

function cap(subject: ActivityId, value: CapRule, note = OF_EARNED, program: ProgramId | 'all' = 'all'): Rule<CapRule> {
  return {
    topic: 'cap',
    from: CATALOG_FROM,
    program,
    subject,
    value,
    source: 'ms-core-requirements',
    standing: 'published',
    note,
  };
}

const SURFACE_NOTE = 'Surface partners may use all of their earned co-op.';

/** How much of the earned co-op an activity may use in one usage period. The entry without a subject is for every other activity. */
export const CAPS: readonly Rule<CapRule>[] = [
  {
    topic: 'cap',
    from: CATALOG_FROM,
    program: 'all',
    value: { kind: 'none' },
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'No cap of its own: a claim may use what is left of the co-op earned.',
  },
  cap(
    'Microsoft syndicated content',
    { kind: 'amount', amount: 1_875_000 },
    'Actual costs up to this amount in a usage period.',
  ),
  cap('Customer offers', { kind: 'share', share: 0.25 }),
  cap('Customer offers', { kind: 'share', share: 1 }, SURFACE_NOTE, SURFACE),
  cap('Internal incentives and SPIFFs', { kind: 'share', share: 0.25 }),
  cap('Internal incentives and SPIFFs', { kind: 'share', share: 1 }, SURFACE_NOTE, SURFACE),
  cap('On-site champ', { kind: 'share', share: 0.5 }),
  cap('On-site champ', { kind: 'share', share: 1 }, SURFACE_NOTE, SURFACE),
  cap('Product seeding and demo units', { kind: 'greater', share: 0.1, amount: 300_000 }),
  cap('Product seeding and demo units', { kind: 'none' }, 'Surface PC and Hub partners have no limit.', SURFACE),
  ...(['all', 'Hosting'] as const).map((program) =>
    cap(
      'Microsoft hosted conferences',
      { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 },
      `Travel only: for each conference and person, three people at most, and a total for all conferences of a period and program.${
        program === 'Hosting' ? ' Hosting may have different allowances: check the guidebook.' : ''
      }`,
      program,
    ),
  ),
];
