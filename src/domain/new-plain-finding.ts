import type { Finding } from './finding';

// Replaces new-finding.ts in functions.js: a cell shows what a finding says, not the field it stands beside.

/** A finding that makes the claim fail. */
export const blocking = (message: string): Finding => ({ level: 'blocking', message });

/** A finding that may make it fail. */
export const warning = (message: string): Finding => ({ level: 'warning', message });

/** A finding that is good to know. */
export const note = (message: string): Finding => ({ level: 'note', message });
