import { instantOf } from '../../cells/instant';
import { isDay } from '../../domain/calendar/day';
import type { EarningRow } from '../../domain/earnings/earning';
import { comparableEarningId } from '../../domain/earnings/earning-id';
import { comparableId } from '../../domain/earnings/partner-id';
import type { PlacedEarning } from '../../domain/earnings/restatements';
import { isExact, microsOfNumber } from '../../domain/money/money';
import { columnsOf, type TableCells } from '../../records/table';
import { programKey, typeKey } from '../../rulebook/name-keys';
import { fold } from '../../rulebook/names';
import { dayInCell } from './day-in-cell';
import { ROLLOVER, type MonthEarned } from './earnings-table';

/** The places of monthly amounts. */
export const placedMonths = (months: readonly MonthEarned[]): PlacedEarning[] =>
  months.map(({ isRollover, ...row }) => placed({ ...row, earningId: '' }, isRollover));

/** Individual rows as earnings, each once. */
export interface PlacedRows {
  earnings: PlacedEarning[];
  /** Rows without an earning ID, which can't be followed from one report to the next. */
  unidentified: PlacedEarning[];
}

/** The places of a report's individual rows, by their latest calculation. Claims and rows that can't be counted are left out. */
export function placedRows(rows: Iterable<Row>): PlacedRows {
  const unidentified: PlacedEarning[] = [];
  const latest = new Map<string, { earning: PlacedEarning; calculated: number }>();
  for (const { earned, amount, reasonCode, calculated, ...names } of rows) {
    const type = typeKey(names.earningType);
    if (!isDay(earned) || typeof amount !== 'number' || type === '' || type === 'claim') continue;
    const earning = placed({ ...names, month: earned.slice(0, 7), micros: amount }, isRebate(type) && typeKey(reasonCode) === ROLLED_OVER);
    if (earning.keys.id === '') {
      unidentified.push(earning);
      continue;
    }
    const { id, partner, program } = earning.keys;
    const key = [id, partner, program, type].join('\n');
    const time = instantOf(calculated) ?? 0;
    const known = latest.get(key);
    if (!known || time > known.calculated) latest.set(key, { earning, calculated: time });
  }
  return { earnings: [...latest.values()].map(({ earning }) => earning), unidentified };
}

/** What a comparison needs of a row. */
type Row = Pick<
  EarningRow,
  'earningId' | 'partnerId' | 'program' | 'lever' | 'earningType' | 'reasonCode' | 'earned' | 'amount' | 'calculated'
>;

/** The rows that the table CoopEarningRows has. Null if one of its columns is missing. */
export function rowsIn({ header, values }: TableCells): Row[] | null {
  const columnIndex = columnsOf(header, COLUMNS);
  if (Object.values(columnIndex).some((index) => index < 0)) return null;
  return values.map((cells) => {
    const text = (name: (typeof COLUMNS)[number]): string => String(cells[columnIndex[name]] ?? '');
    const [earned, amount] = [cells[columnIndex['Earning date']], cells[columnIndex['Amount USD']]];
    const micros = typeof amount === 'number' ? microsOfNumber(amount) : null;
    return {
      earningId: text('Earning ID'),
      partnerId: text('Partner ID'),
      program: text('Program'),
      lever: text('Lever'),
      earningType: text('Earning type'),
      reasonCode: text('Reason code'),
      earned: dayInCell(earned) ?? '',
      amount: isExact(micros) ? micros : '',
      calculated: text('Calculation date'),
    };
  });
}

function placed(earning: Omit<PlacedEarning, 'keys'>, isRollover: boolean): PlacedEarning {
  const { earningId, month, partnerId, program, lever, earningType, micros } = earning;
  const type = typeKey(earningType);
  return {
    earningId,
    month,
    partnerId,
    program,
    lever,
    earningType,
    micros,
    keys: {
      id: comparableEarningId(earningId),
      partner: comparableId(partnerId),
      program: programKey(program),
      lever: fold(lever) || lever,
      // co-op that was converted is no rebate, though its type says so
      type: isRollover ? `${type} ${ROLLED_OVER}` : type,
    },
  };
}

const COLUMNS = [
  'Earning ID',
  'Partner ID',
  'Program',
  'Lever',
  'Earning type',
  'Reason code',
  'Earning date',
  'Amount USD',
  'Calculation date',
] as const;
const ROLLED_OVER = typeKey(ROLLOVER);
const isRebate = (type: string): boolean => type.endsWith('rebate');
