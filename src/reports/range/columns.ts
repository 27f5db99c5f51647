import { cleanText } from '../../domain/text/clean-text';
import { badInput } from '../../domain/problem';

/** Where a report keeps what we read, as positions within the range; -1 where the report has no such column. */
export interface Columns {
  /** Position of the header row: the first row that is not empty. */
  header: number;
  partnerId: number;
  program: number;
  type: number;
  date: number;
  /** The US dollar amount, or the amount in the transaction's currency where `currency` is a column. */
  amount: number;
  /** Every column of amounts, which tell how they are written. */
  amounts: readonly number[];
  /** The currency to check, only in a report without a US dollar column; else -1. */
  currency: number;
  earningId: number;
  reason: number;
  calculated: number;
}

/**
 * Header spellings since 2019, folded: the camelCase of the download, the words of the screen, and our own table
 * CoopEarnings. Positions are useless, Microsoft has moved columns; earningParticipantId is another ID and not here.
 */
export const spellings = {
  partnerId: { called: 'Partner ID (participantId)', folded: ['participantid', 'partnerid', 'mpnid'] },
  program: { called: 'program (programName)', folded: ['programname', 'program'] },
  type: { called: 'earning type (earningType)', folded: ['earningtype'] },
  date: { called: 'earning date (earningDate)', folded: ['earningdate', 'earneddate', 'month'] },
  amountUsd: { called: 'US dollar amount (earningAmountUSD)', folded: ['earningamountusd', 'amountusd'] },
  amount: { called: 'earning amount (earningAmount)', folded: ['earningamount'] },
  currency: { called: 'transaction currency (transactionCurrency)', folded: ['transactioncurrency'] },
  earningId: { called: 'earning ID (earningId)', folded: ['earningid'] },
  reason: { called: 'reason (reasonCode)', folded: ['reasoncode'] },
  calculated: { called: 'calculation date (calculationDate)', folded: ['calculationdate'] },
} as const;

/** Finds a report's columns by name; a column we need that is missing or there twice is a problem that names it. */
export function findColumns(report: readonly (readonly unknown[])[]): Columns {
  const header = report.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (header < 0) {
    throw badInput('The report is empty. Give a range with its header row, for example Earnings[#All].');
  }
  const names = (report[header] ?? []).map(foldHeader);
  const find = (wanted: keyof typeof spellings): number => position(names, wanted, report[header] ?? []);
  const need = (wanted: keyof typeof spellings): number => {
    const found = find(wanted);
    if (found < 0) {
      throw badInput(
        `The report has no column for the ${spellings[wanted].called}. ` +
          `Row ${header + 1} of the range was read as its header; give the range with its header row, for example Earnings[#All].`,
      );
    }
    return found;
  };
  const isInUsd = (): boolean => find('amountUsd') >= 0 || find('amount') < 0 || find('currency') < 0;
  return {
    header,
    partnerId: need('partnerId'),
    program: need('program'),
    type: need('type'),
    date: need('date'),
    earningId: find('earningId'),
    reason: find('reason'),
    calculated: find('calculated'),
    amounts: names.flatMap((name, at) => (name.includes('amount') ? [at] : [])),
    amount: isInUsd() ? need('amountUsd') : find('amount'),
    currency: isInUsd() ? -1 : find('currency'),
  };
}

/** Excel's three ways to hand over an empty cell, and text of nothing but spaces. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === 0 || (typeof cell === 'string' && cell.trim() === '');
}

function position(names: readonly string[], wanted: keyof typeof spellings, header: readonly unknown[]): number {
  const { called, folded } = spellings[wanted];
  const found: number[] = [];
  names.forEach((name, at) => {
    if ((folded as readonly string[]).includes(name)) found.push(at);
  });
  if (found.length > 1) {
    const where = found.map((at) => `"${String(header[at]).trim()}" (column ${at + 1} of the range)`).join(' and ');
    throw badInput(`The report has more than one column for the ${called}: ${where}. Rename or remove all but one.`);
  }
  return found[0] ?? -1;
}

/** The byte order mark also arrives as the three letters a wrong code page makes of it. */
export function foldHeader(cell: unknown): string {
  if (typeof cell !== 'string') return '';
  return cleanText(cell.replace(/^ï»¿/, ''))
    .replace(/[\s_()-]/g, '')
    .toLowerCase();
}
