import Papa from 'papaparse';
import { utcDayOf } from '../../domain/calendar/day';
import type { Payment } from '../../domain/claims/payments';
import { oddPartnerId } from '../../domain/earnings/partner-id';
import { centsOfMicros, type Cents } from '../../domain/money/money';
import { badInput } from '../../domain/problem';
import { bareText } from '../bare-text';
import { isRoundedId, microsAt } from './cell-reading';
import { blobSource, readable } from './report-source';
import { textOfBytes, TextDecoding } from './text-decoding';
import { isZip, readZip } from './zip-files';
import { foldHeader } from '../range/columns';

/** What a Payments download says. */
export interface PaymentsRead {
  payments: Payment[];
  /** Rows that can't be read, with their line, and why, as a sentence. */
  unread: { file: string; line: number; reason: string }[];
}

/** Reads Payments downloads, as they are or zipped. Throws a Problem if a file isn't one. The same payment counts once. */
export async function readPayments(files: readonly { name: string; file: Blob }[]): Promise<PaymentsRead> {
  const all: PaymentsRead = { payments: [], unread: [] };
  for (const { name, file } of files) {
    if (file.size > MAX_BYTES) throw badInput(`"${name}" is too large to be the Payments download.`);
    for (const text of await textsOf(name, file)) readText(name, text, all);
  }
  const known = new Set<string>();
  return {
    ...all,
    payments: all.payments.filter((payment) => {
      const key = JSON.stringify(payment);
      return !known.has(key) && known.add(key);
    }),
  };
}

const MAX_BYTES = 2 ** 25;

async function textsOf(name: string, file: Blob): Promise<string[]> {
  const source = blobSource(name, file);
  const bytes = await readable(name, source.slice(0, file.size));
  if (!isZip(bytes)) return [textOfBytes(new TextDecoding().push(bytes, true))];
  const texts: string[] = [];
  let decoding = new TextDecoding();
  let text = '';
  await readZip(name, source, {
    begin: () => {
      decoding = new TextDecoding();
      text = '';
    },
    data: (piece, last) => {
      text += textOfBytes(decoding.push(piece, last));
      if (last) texts.push(text);
    },
    passOver: () => undefined,
    reached: () => undefined,
    pause: async () => undefined,
  });
  return texts;
}

/** A payment's columns, by their folded names in both versions of the download. */
const COLUMNS = {
  id: ['paymentid'],
  partnerId: ['participantid', 'partnerid'],
  program: ['programname', 'program'],
  earnedUsd: ['earnedusd'],
  total: ['totalpayment'],
  currency: ['paymentcurrencycode', 'currencycode'],
  status: ['paymentstatus'],
  paidOn: ['paymentdate'],
} as const;
type Column = keyof typeof COLUMNS;

function readText(file: string, text: string, all: PaymentsRead): void {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const first = data.findIndex((row) => columnsIn(row) !== null);
  const columns = first < 0 ? null : columnsIn(data[first]!);
  if (columns === null)
    throw badInput(
      `"${file}" isn't the Payments download: it needs the columns paymentID, participantID, paymentDate, paymentStatus, and earnedUSD or totalPayment. In Partner Center, choose Earnings → Download report → Earnings | Payments.`,
    );
  data.slice(first + 1).forEach((cells, n) => {
    const cell = (name: Column): string => (columns[name] < 0 ? '' : (cells[columns[name]] ?? ''));
    if (cells.every((each) => each.trim() === '')) return;
    const refuse = (reason: string): void => void all.unread.push({ file, line: first + 2 + n, reason });
    const [earnedUsd, total, day] = [amountIn(cell('earnedUsd')), amountIn(cell('total')), bareText(cell('paidOn'))];
    const paidOn = day === '' ? null : utcDayOf(day);
    const id = bareText(cell('id'));
    if (oddPartnerId(cell('partnerId')) !== null) return refuse(`The Partner ID "${cell('partnerId')}" can't be read.`);
    if (isRoundedId(id)) return refuse(`A spreadsheet has rounded the payment ID to "${id}".`);
    if (Number.isNaN(earnedUsd) || Number.isNaN(total)) return refuse("An amount can't be read.");
    if (day !== '' && paidOn === null) return refuse(`The payment date "${cell('paidOn')}" can't be read.`);
    all.payments.push({
      id,
      partnerId: bareText(cell('partnerId')),
      program: bareText(cell('program')),
      earnedUsd,
      total,
      currency: bareText(cell('currency')).toUpperCase(),
      status: bareText(cell('status')),
      paidOn,
    });
  });
}

/** Null if the row isn't the header of a Payments download. */
function columnsIn(row: readonly string[]): Record<Column, number> | null {
  const names = row.map(foldHeader);
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, spellings]) => [
      column,
      names.findIndex((name) => (spellings as readonly string[]).includes(name)),
    ]),
  ) as Record<Column, number>;
  const hasNeeded = [columns.id, columns.partnerId, columns.status, columns.paidOn].every((index) => index >= 0);
  return hasNeeded && (columns.earnedUsd >= 0 || columns.total >= 0) ? columns : null;
}

/** Hundredths; null if blank, NaN if it can't be read. */
function amountIn(cell: string): Cents | null {
  const micros = microsAt(cell);
  return micros === null ? null : centsOfMicros(micros);
}
