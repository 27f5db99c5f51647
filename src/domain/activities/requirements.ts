/** What the guidebook in force on a day requires of an activity, for one program. */
export interface ActivityRequirements {
  category: string;
  /** Whether the program may use co-op for it. */
  isOpen: boolean;
  /** Whether the sources list the activity's requirements, not only its name. */
  isSourced: boolean;
  /** The document that shows the cost; CSR is the Certification Statement and Report for own costs. */
  invoice: 'third-party invoice or CSR' | 'third-party invoice' | 'Microsoft invoice';
  core: readonly string[];
  /** Whether missing a core requirement costs the whole claim rather than a part. */
  isAllOrNothing: boolean;
  communication: readonly string[];
  metrics: readonly string[];
  /** The eligible expense types; null if no source lists them. */
  expenses: readonly string[] | null;
  preApproval: 'none' | 'optional creative review' | 'required';
  /** Whether the program's whole plan needs Microsoft's approval. Omitted: no source says so. */
  needsPlanApproval?: boolean;
  /** The minimum share of Microsoft content, 0 to 1; null if none is stated. */
  leastContent: number | null;
}

/**
 * Whether an activity produces nothing that others see, such as a membership fee: there is no content to measure, no core
 * requirement to meet, and nothing to review. Activities whose requirements no source lists may still have them.
 */
export const showsNothing = ({ isSourced, core, communication, preApproval }: ActivityRequirements): boolean =>
  isSourced && core.length === 0 && communication.length === 0 && preApproval === 'none';
