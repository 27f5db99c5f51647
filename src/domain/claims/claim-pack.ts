import { formatDay, formatDays, isDay, type Day } from '../calendar/day';
import { monthNamed } from '../calendar/month-named';
import { formatIn } from '../money/currency';
import { plural } from '../text/plural';
import { linesOf, type Claim, type ProofItem } from './claim';
import { httpsLink } from './https-link';
import { portalFields } from './portal-fields';
import { claimSummary, type ClaimContext, type ClaimSummary } from './summary';

type Row = readonly [name: string, text: string];

/**
 * Everything on a claim on one page, for its file or an auditor: a report of what was done, the cost and the course of the
 * claim, the evidence, an index, the checklist, the lines of a CSR, and the fields in the order of Partner Center's form. What
 * no one entered is said, too.
 */
export function claimPack(claim: Claim, context: ClaimContext): ClaimSummary {
  const { title, parts, foot } = claimSummary(claim, context);
  const rowsOf = (name: string): readonly Row[] => parts.find((part) => part.title === name)?.rows ?? [];
  const pack = [
    { title: 'Report', rows: reportRows(claim, context) },
    { title: 'Fund', rows: rowsOf('Activity').filter(([name]) => FUND_ROWS.includes(name)) },
    { title: 'Cost', rows: rowsOf('Cost') },
    { title: 'Claim', rows: rowsOf('Claim') },
    { title: 'Evidence', rows: evidenceRows(claim) },
    { title: 'Index', rows: indexRows(claim) },
    { title: 'Checklist', rows: claim.proof.map(({ requirement, state }): Row => [requirement, STATES[state]]) },
    { title: 'CSR lines', rows: claim.evidence === 'CSR' ? lineRows(claim) : [] },
    {
      title: 'Fields of Partner Center, in its order',
      rows: portalFields(claim).map(({ label, value }): Row => [label, value || MISSING]),
    },
  ];
  return { title: `Claim pack: ${title}`, parts: pack.filter(({ rows }) => rows.length > 0), foot };
}

const MISSING = 'not entered';
const FUND_ROWS = ['Category', 'Solution areas', 'Program', 'Partner ID', 'Usage period'];
const STATES: Record<ProofItem['state'], string> = { done: 'yes', open: 'not yet', 'not applicable': 'not applicable' };

/** What, when, for whom, and with what results. */
function reportRows(claim: Claim, { activity }: ClaimContext): Row[] {
  const { start, end, notes } = claim;
  const known: (Row | null)[] = [
    ['What', [activity?.title.trim(), claim.activity].filter(Boolean).join(': ') || MISSING],
    activity?.description ? ['Description', activity.description] : null,
    ['When', describeDays(start, end)],
    ['Audience', activity?.attendees == null ? MISSING : plural(activity.attendees, 'attendee')],
    ['Results', notes || MISSING],
    activity?.leads == null ? null : ['Leads', activity.leads.toLocaleString('en-US')],
    activity?.pipeline == null ? null : ['Sales expected', formatIn(activity.pipeline, activity.currency)],
    activity?.revenue == null ? null : ['Sales made', formatIn(activity.revenue, activity.currency)],
  ];
  return known.filter((row) => row !== null);
}

/** A claim may have only its last day. */
function describeDays(start: Day | null, end: Day | null): string {
  if (start !== null) return formatDays(start, end ?? start);
  return end === null ? MISSING : `Through ${formatDay(end)}`;
}

/** What is there, with its page or file, and its date if the entry has one. */
const evidenceRows = ({ proof }: Claim): Row[] =>
  proof
    .filter(({ state }) => state === 'done')
    .map(({ requirement, evidence }): Row => {
      const { place, day } = evidenceIn(evidence);
      return [requirement, `${place || 'no file or link entered'}; ${day === null ? 'no date entered' : formatDay(day)}`];
    });

/** A page or file, and the date that was entered next to it: https://contoso.com/event, May 12, 2025. A date within an address isn't one. */
export function evidenceIn(text: string): { place: string; day: Day | null } {
  const words = text.trim().split(/\s+/);
  const link = words.map((word) => httpsLink(word.replace(/^[(<"']+|[)>"',;.]+$/g, ''))).find((address) => address !== null);
  const rest = words.filter((word) => !/^\W*https?:/i.test(word)).join(' ');
  return { place: link ?? text.trim(), day: dayIn(rest) };
}

/** The first day in a text, written 2025-05-12 or May 12, 2025; null if it has none. A number that can be read two ways is none. */
function dayIn(text: string): Day | null {
  const written = /(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(text)?.[1];
  if (written !== undefined && isDay(written)) return written;
  const [, month = '', date = '', year = ''] = /\b([a-z]{3,9})\.? (\d{1,2}),? (\d{4})\b/i.exec(text) ?? [];
  const number = month === '' ? 0 : monthNamed(month);
  const day = `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return number > 0 && isDay(day) ? day : null;
}

/** The documents of the claim's file, by number. */
function indexRows(claim: Claim): Row[] {
  const invoices = linesOf(claim).filter(({ kind }) => kind === 'invoice');
  const documents = [
    'This page',
    ...(claim.evidence === 'CSR' ? ['Cost summary report (CSR)'] : invoices.map(({ number }) => `Invoice ${number || 'without a number'}`)),
    ...claim.proof.filter(({ state, evidence }) => state === 'done' && evidence !== '').map(({ evidence }) => evidenceIn(evidence).place),
  ];
  return documents.map((document, index): Row => [String(index + 1), document]);
}

const lineRows = (claim: Claim): Row[] =>
  linesOf(claim).map(({ type, amount, isThirdParty, note }): Row => [
    type || 'Expense',
    [formatIn(amount, claim.currency), ...(isThirdParty ? ['third party'] : []), ...(note ? [note] : [])].join('; '),
  ]);
