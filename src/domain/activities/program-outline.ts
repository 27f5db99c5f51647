import { costOf, requestedShare } from './activity-cost';
import type { Activity } from './activity';
import { formatDays } from '../calendar/day';
import { formatHalf, labelOf, nextHalf } from '../calendar/half';
import { formatIn } from '../money/currency';
import { formatShare } from '../money/money';
import { describePartner } from '../earnings/partner-name';
import { plural } from '../text/plural';

/** Who gets an outline, and who sends it; '' if not entered. */
export interface OutlineContacts {
  to: string;
  /** The partner development manager. */
  microsoft: string;
  distributor: string;
  company: string;
}

/** An email with the outline of an activity, to have it approved before it starts. What isn't known is in brackets. */
export interface ProgramOutline {
  to: string;
  copy: string;
  subject: string;
  body: string;
}

/** The outline of an activity for a pre-approval. It asks, and doesn't claim that anything was promised. */
export function programOutline(activity: Activity, { to, microsoft, distributor, company }: OutlineContacts): ProgramOutline {
  const { title, activity: kind, description, start, end, fund, solutionArea, content, attendees, leads, pipeline, currency } = activity;
  const from = company || '[company]';
  const dates = start === null ? '[dates]' : formatDays(start, end ?? start);
  const [cost, share] = [costOf(activity), requestedShare(activity)];
  const amount = (cents: number | null, unknown: string): string => (cents === null ? unknown : formatIn(cents, currency));
  const results = [
    ...(leads === null ? [] : [plural(leads, 'lead')]),
    ...(pipeline === null ? [] : [`${formatIn(pipeline, currency)} in sales`]),
  ];
  const lines = [
    ['Title', title.trim() || '[title]'],
    ['Activity', kind || '[activity]'],
    ['Outline', description || "[what it is, who it's for, and which Microsoft products it's about]"],
    ['Audience', attendees === null ? '[audience]' : plural(attendees, 'attendee')],
    ['Dates', dates],
    ['Cost', amount(cost, '[cost]')],
    ['Requested from co-op', amount(share, '[amount]')],
    ['Microsoft content', content === null ? '[share of the content]' : formatShare(content)],
    ['Solution area', solutionArea || '[solution area]'],
    ['Expected results', results.length > 0 ? results.join(', ') : '[leads or sales]'],
    ['Program', fund?.program ?? '[program]'],
    ['Partner ID', fund ? describePartner(fund) : '[Partner ID]'],
    ['Usage period', fund ? `${formatHalf(nextHalf(fund.half))}; co-op earned in ${labelOf(fund.half)}` : '[usage period]'],
  ];
  return {
    to: to || '[address for approvals]',
    copy: [microsoft || '[your partner development manager]', distributor || '[your distributor]'].join('; '),
    subject: `Co-op pre-approval: ${kind || '[activity]'}, ${dates}, Partner ID ${fund?.partnerId ?? '[Partner ID]'}`,
    body: [
      'Hello,',
      '',
      `${from} plans the co-op activity below. Please confirm in writing, before it starts, whether it can be claimed, and what proof you need.`,
      '',
      ...lines.map(([name, text]) => `${name}: ${text}`),
      '',
      "We understand that an approval doesn't guarantee payment of the claim.",
      '',
      'Thank you',
      from,
    ].join('\n'),
  };
}

/** An email as one text to copy. */
export const outlineText = ({ to, copy, subject, body }: ProgramOutline): string =>
  [`To: ${to}`, `Cc: ${copy}`, `Subject: ${subject}`, '', body].join('\n');
