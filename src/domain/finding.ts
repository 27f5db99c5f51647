/** Advice about a plan: what makes it fail, what may, and what is good to know. */
export interface Finding {
  level: 'blocking' | 'warning' | 'note';
  message: string;
}

/** A finding that makes the claim fail. */
export const blocking = (message: string): Finding => ({ level: 'blocking', message });

/** A finding that may make it fail. */
export const warning = (message: string): Finding => ({ level: 'warning', message });

/** A finding that is good to know. */
export const note = (message: string): Finding => ({ level: 'note', message });
