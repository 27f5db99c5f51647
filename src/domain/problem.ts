/** Why a question has no answer: `bad input` is #VALUE!, `not covered` is #N/A, `out of range` is #NUM!. */
export type ProblemKind = 'bad input' | 'not covered' | 'out of range';

/** A question that has no answer, in a partner's words. It is thrown, and becomes a cell error or a sentence in the pane. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemKind,
    message: string,
  ) {
    super(message);
  }
}

/** The text or value can't be read as the expected type. */
export const badInput = (message: string): Problem => new Problem('bad input', message);

/** No data answers this: an unknown name, a date outside the sources, an ID that isn't in the report. */
export const notCovered = (message: string): Problem => new Problem('not covered', message);

/** Readable, but outside the valid range: a share above 1, a date before 2000. */
export const outOfRange = (message: string): Problem => new Problem('out of range', message);
