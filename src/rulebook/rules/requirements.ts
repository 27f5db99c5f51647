import type { ProgramId } from './programs';

/** A fund category of the guidebook. Partner Readiness has been called Partner Skilling since the FY25 guidebook. */
export const CATEGORIES = ['Demand Generation', 'Market Development', 'Partner Readiness', 'Partner Skilling'] as const;

/** A fund category by its name. */
export type Category = (typeof CATEGORIES)[number];

/** What a guidebook requires of an activity, whatever its name. */
export interface Requirements {
  category: Category;
  /** The document that shows the cost; CSR is the Certification Statement and Report for own costs. */
  invoice: 'third-party invoice or CSR' | 'third-party invoice' | 'Microsoft invoice';
  core: readonly string[];
  communication: readonly string[];
  metrics: readonly string[];
  /** Null if our sources don't list them. */
  expenses: readonly string[] | null;
  /** False if our sources name the activity but not its sheet: then only the general requirements are known. */
  sourced: boolean;
  preApproval: 'none' | 'optional creative review' | 'required';
  /** Whether all content must be Microsoft's: for every program, or for Surface and Mixed Reality only. */
  fullContent?: 'all' | 'devices';
  /** Whether missing a core requirement costs the whole claim: nothing is paid in proportion. */
  allOrNothing?: true;
  /** The only programs that may use it, or those that may not. */
  only?: readonly ProgramId[];
  never?: readonly ProgramId[];
}
