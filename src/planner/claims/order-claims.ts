import type { Claim } from '../../domain/claims/claim';
import { statusName, traitsOf } from '../../domain/claims/claim-status';
import { labelOf } from '../../domain/calendar/half';
import type { Stored } from '../store/planning-store';
import type { ClaimView } from './claim-view';
import { isUrgent } from './deadline-text';

/** A claim of the list, with all that is shown of it. */
export interface ListedClaim {
  stored: Stored<Claim>;
  view: ClaimView;
}

/** Whose turn it is. */
export type Turn = 'action' | 'preparation' | 'Microsoft' | 'finished';

/** The groups of the list, in its order. */
export const TURNS: readonly { turn: Turn; title: string }[] = [
  { turn: 'action', title: 'Needs action' },
  { turn: 'preparation', title: 'In preparation' },
  { turn: 'Microsoft', title: 'With Microsoft' },
  { turn: 'finished', title: 'Finished' },
];

/** Whose turn it is with a claim: a cell that can't be read, an answer that is late, and a loss that isn't recorded are the partner's. */
export function turnOf({ stored: { troubles }, view }: ListedClaim): Turn {
  const { clock, claim } = view;
  if (troubles.length > 0 || isUrgent(view)) return 'action';
  if (clock === null) return traitsOf(claim.status).turn;
  if (clock.waitsFor === 'submission') return 'preparation';
  return clock.isDeadline || clock.daysLeft < 0 ? 'action' : 'Microsoft';
}

/**
 * The list in its order. What needs action comes first: money that can still be saved by its deadline, then what someone
 * has to ask about or record. Of what is finished the latest comes first.
 */
export function inOrder(claims: readonly ListedClaim[]): (ListedClaim & { turn: Turn })[] {
  const ranked = claims.map((claim) => {
    const turn = turnOf(claim);
    return { ...claim, turn, rank: TURNS.findIndex((group) => group.turn === turn), isSaving: claim.view.clock?.isDeadline === true };
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(b.isSaving) - Number(a.isSaving) ||
      (a.turn === 'finished' ? compare(b.view.claim.since, a.view.claim.since) : compare(a.view.clock?.until, b.view.clock?.until)) ||
      compare(a.view.claim.name, b.view.claim.name),
  );
  return ranked.map(({ stored, view, turn }) => ({ stored, view, turn }));
}

/** What the list is narrowed to: words that are all found in a claim, and a turn or a status. */
export interface ClaimSearch {
  text: string;
  /** Blank for all. */
  where: string;
}

/** The claims that a search finds, in the order they have. */
export function foundBy<T extends ListedClaim & { turn: Turn }>({ text, where }: ClaimSearch, claims: readonly T[]): T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return claims.filter(({ view, turn }) => {
    if (where !== '' && where !== turn && where !== view.status) return false;
    if (words.length === 0) return true;
    const said = wordsOf(view.claim);
    return words.every((word) => said.includes(word));
  });
}

function wordsOf({
  id,
  name,
  activity,
  fund,
  fundCategory,
  solutionAreas,
  status,
  claimNumber,
  paymentReference,
  notes,
  lines,
}: Claim): string {
  const ofFund = fund ? [fund.partnerId, fund.program, labelOf(fund.half)] : [];
  return [
    id,
    name,
    activity,
    ...ofFund,
    fundCategory,
    solutionAreas,
    statusName(status),
    claimNumber,
    paymentReference,
    notes,
    ...lines.flatMap(({ number, type }) => [number, type]),
  ]
    .join('\n')
    .toLowerCase();
}

const compare = (a: string | null | undefined, b: string | null | undefined): number => (a ?? '').localeCompare(b ?? '');
