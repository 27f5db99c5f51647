/** Who changed a value that two sides have from the same base. */
export type ChangedBy = 'no one' | 'mine' | 'theirs' | 'both-same' | 'conflict';

/**
 * The rule for what two people changed, of saves and of copies that come back: it's a conflict only where both changed a
 * value, and to different ones. What differs from the base has changed; `isSame` says whether both sides now agree.
 */
export function changedBy(isMine: boolean, isTheirs: boolean, isSame: () => boolean): ChangedBy {
  if (!isMine) return isTheirs ? 'theirs' : 'no one';
  if (isSame()) return isTheirs ? 'both-same' : 'no one';
  return isTheirs ? 'conflict' : 'mine';
}
