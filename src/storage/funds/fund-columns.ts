import type { FundId } from '../../domain/funds/fund';
import type { Half } from '../../domain/calendar/half';
import { fundNamed } from '../../rulebook/name-keys';
import { DEFAULT_PROGRAM, programNamed } from '../../rulebook/rules-on';

/** The three cells that name a fund. */
export interface FundCells {
  partnerId: string;
  program: string;
  half: Half | null;
}

/** Their columns. */
export const FUND_CELLS = ['Partner ID', 'Program', 'Fiscal half'] as const;

/** The fund three cells name: null while the Partner ID or the half is missing. A blank program is the usual one, as for the functions. */
export function fundIn({ partnerId, program, half }: FundCells): FundId | null {
  if (partnerId.trim() === '' || half === null) return null;
  return fundNamed(partnerId.trim(), program.trim() === '' ? DEFAULT_PROGRAM : (programNamed(program) ?? program.trim()), half);
}

/** The cells of a fund's name. */
export const fundCells = (fund: FundId | null): FundCells => ({
  partnerId: fund?.partnerId ?? '',
  program: fund?.program ?? '',
  half: fund?.half ?? null,
});
