import type { Finding, FindingAbout } from './finding';

/** A finding that makes the claim fail. */
export const blocking = (message: string, about?: FindingAbout): Finding => ({ level: 'blocking', message, about });

/** A finding that may make it fail. */
export const warning = (message: string, about?: FindingAbout): Finding => ({ level: 'warning', message, about });

/** A finding that is good to know. */
export const note = (message: string, about?: FindingAbout): Finding => ({ level: 'note', message, about });
