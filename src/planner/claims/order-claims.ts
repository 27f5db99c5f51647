import type { Claim } from '../../domain/claims/claim';
import { statusName, traitsOf } from '../../domain/claims/claim-status';
import { labelOf } from '../../domain/calendar/half';
import { describePartner } from '../../domain/earnings/partner-name';
import type { Stored } from '../store/planning-store';
import type { ClaimView } from './claim-view';
import { isUrgent } from './deadline-text';

/** A claim in the list, with what is shown about it. */
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

/** Whose turn it is with a claim. It is the partner's if a cell can't be read, an answer is late, or a loss isn't recorded. */
export function turnOf({ stored: { troubles }, view }: ListedClaim): Turn {
  const { clock, claim } = view;
  if (troubles.length > 0 || isUrgent(view)) return 'action';
  if (clock === null) return traitsOf(claim.status).turn;
  if (clock.waitsFor === 'submission') return 'preparation';
  return clock.isDeadline || clock.daysLeft < 0 ? 'action' : 'Microsoft';
}

/**
 * The list in order. Claims that need action come first: money that can still be saved, by deadline, then what someone
 * has to ask about or record. Finished claims are sorted latest first.
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

/** The filter of the list: words that a claim must all contain, and a turn or a status. */
export interface ClaimSearch {
  text: string;
  /** Blank for all. */
  where: string;
}

/** The claims that match a search, in their order. */
export function foundBy<T extends ListedClaim & { turn: Turn }>({ text, where }: ClaimSearch, claims: readonly T[]): T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return claims.filter(({ view, turn }) => {
    if (where !== '' && where !== turn && where !== view.status) return false;
    if (words.length === 0) return true;
    const said = wordsOf(view);
    return words.every((word) => said.includes(word));
  });
}

/** What a claim is found by; its fund may be its activity's. */
function wordsOf({ claim, fundId }: ClaimView): string {
  const ofFund = fundId ? [describePartner(fundId), fundId.program, labelOf(fundId.half)] : [];
  return [
    claim.id,
    claim.name,
    claim.activity,
    ...ofFund,
    claim.fundCategory,
    claim.solutionAreas,
    statusName(claim.status),
    claim.claimNumber,
    claim.paymentReference,
    claim.notes,
    ...claim.lines.flatMap(({ number, type }) => [number, type]),
  ]
    .join('\n')
    .toLowerCase();
}

const compare = (a: string | null | undefined, b: string | null | undefined): number => (a ?? '').localeCompare(b ?? '');
