import { UNDONE, type Claim, type HistoryEntry } from '../../domain/claims/claim';

/** Why Microsoft requires action or rejected the claim, as recorded; null if there is no record or it was answered. */
export function reasonOf({ id, status }: Claim, history: readonly HistoryEntry[]): string | null {
  if (status !== 'action required' && status !== 'rejected' && status !== 'disputed') return null;
  const asked = standing(history.filter(({ subject, what }) => subject === id && what === 'status'))
    .filter(({ to }) => to === 'action required' || to === 'rejected')
    .at(-1);
  // the note starts with the day
  return asked?.note.replace(/^On (?:\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2} \d{1,2}, \d{4})\.\s*/, '') || null;
}

/** The status changes that were not undone. */
function standing(changes: readonly HistoryEntry[]): HistoryEntry[] {
  const found: HistoryEntry[] = [];
  for (const change of changes) {
    const before = found.at(-1);
    if (change.note === UNDONE && before?.from === change.to && before.to === change.from) found.pop();
    else found.push(change);
  }
  return found;
}
