import type { Claim } from '../../domain/claims/claim';
import { claimOf, CLAIMS } from '../../storage/planning/claims-table';
import { fundCells } from '../../storage/funds/fund-columns';
import type { Conflict } from '../store/planning-store';
import { theirsInColumn } from '../store/sheet-value';

/** A claim with the sheet's value in one column; null if claims have no such column or the value can't be read. */
export function theirsTaken(claim: Claim, conflict: Pick<Conflict, 'column' | 'theirs'>): Claim | null {
  const theirs = theirsInColumn(CLAIMS, conflict);
  const { fund, lines, proof, ...rest } = claim;
  return theirs && claimOf({ ...rest, ...fundCells(fund), changed: '', changedIn: '', ...theirs }, lines, proof);
}
