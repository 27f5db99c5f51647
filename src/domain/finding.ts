/** The subject of a finding, for screens that show it next to a field. */
export type FindingAbout =
  'activity' | 'pre-approval' | 'content' | 'core' | 'start' | 'end' | 'claim' | 'threshold' | 'funds' | 'cap' | 'attendees';

/** Advice about a plan: what makes it fail, what may make it fail, and what is good to know. */
export interface Finding {
  level: 'blocking' | 'warning' | 'note';
  message: string;
  about?: FindingAbout | undefined;
}

/** Findings with those that block first, then warnings, then notes, each in the order found. */
export const bySeverity = <F extends Finding>(findings: readonly F[]): F[] =>
  [...findings].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

const LEVELS: readonly Finding['level'][] = ['blocking', 'warning', 'note'];
