import type { Claim, HistoryEntry } from '../../domain/claims/claim';

/** Why Microsoft wants action or rejects, as somebody wrote it down; null where nobody did, or it is answered. */
export function reasonOf({ id, status }: Claim, history: readonly HistoryEntry[]): string | null {
  if (status !== 'action required' && status !== 'rejected' && status !== 'disputed') return null;
  const asked = history
    .filter(({ subject, what, to }) => subject === id && what === 'status' && (to === 'action required' || to === 'rejected'))
    .at(-1);
  // the day stands before it
  return asked?.note.replace(/^On \d{4}-\d{2}-\d{2}\.\s*/, '') || null;
}
