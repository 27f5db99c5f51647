import type { CapRule } from '../../domain/activities/caps';
import type { Rule } from '../rule';
import { CATALOG_FROM, SHEETS_FROM, type ActivityId } from './activities';
import type { ProgramId } from './programs';

const SURFACE: ProgramId = 'Surface PC and Surface Hub ADD';

const OF_EARNED = 'Of the co-op earned in the half before, by the same Partner ID in the same program.';
const UP_TO = 'Actual costs.';
const SURFACE_ALL = 'For Surface partners.';
const SURFACE_NO_LIMIT = 'No limit for Surface partners.';
const TRAVEL = 'Travel only: for each conference and person, and a total for a period and program.';
const HOSTING = `${TRAVEL} Hosting may have different allowances: check the guidebook.`;

type Row = readonly [subject: ActivityId, program: ProgramId | 'all', value: CapRule, note: string];

const ROWS: readonly Row[] = [
  ['Microsoft syndicated content', 'all', { kind: 'amount', amount: 1_875_000 }, UP_TO],
  ['Customer offers', 'all', { kind: 'share', share: 0.25 }, OF_EARNED],
  ['Customer offers', SURFACE, { kind: 'share', share: 1 }, SURFACE_ALL],
  ['Internal incentives and SPIFFs', 'all', { kind: 'share', share: 0.25 }, OF_EARNED],
  ['Internal incentives and SPIFFs', SURFACE, { kind: 'share', share: 1 }, SURFACE_ALL],
  ['On-site champ', 'all', { kind: 'share', share: 0.5 }, OF_EARNED],
  ['On-site champ', SURFACE, { kind: 'share', share: 1 }, SURFACE_ALL],
  ['Product seeding and demo units', 'all', { kind: 'greater', share: 0.1, amount: 300_000 }, OF_EARNED],
  ['Product seeding and demo units', SURFACE, { kind: 'none' }, SURFACE_NO_LIMIT],
  ['Microsoft hosted conferences', 'all', { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 }, TRAVEL],
  ['Microsoft hosted conferences', 'Hosting', { kind: 'travel', perPerson: 500_000, people: 3, total: 4_500_000 }, HOSTING],
];

function history([subject, program, value, note]: Row): Rule<CapRule>[] {
  const rule = { topic: 'cap', program, subject, value, source: 'ms-core-requirements' } as const;
  return [
    { ...rule, from: CATALOG_FROM, standing: 'assumed', note: `${note} For FY21 it is read back from the next year.` },
    { ...rule, from: SHEETS_FROM, standing: 'published', note },
  ];
}

/** How much of the earned co-op an activity may use in one usage period. The entry without a subject is for every other activity. */
export const CAPS: readonly Rule<CapRule>[] = [
  {
    topic: 'cap',
    from: CATALOG_FROM,
    program: 'all',
    value: { kind: 'none' },
    source: 'td-synnex-2024-10',
    standing: 'distributor',
    note: 'No cap of its own.',
  },
  ...ROWS.flatMap(history),
];
