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

/** The fund in the three cells; null without a Partner ID or half. A blank program means the default, as in the functions. */
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
