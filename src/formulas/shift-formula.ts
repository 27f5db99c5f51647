import { tokenize, translateTokensToA1, translateTokensToR1C1 } from '@borgar/fx/xlsx';
import { readableText } from './parse-formula';

/**
 * The formula of a cell that shares another cell's, as Excel stores shared formulas: relative references move along, and
 * all else is as written. Addresses are such as "B2"; the formula begins with "=".
 */
export function shiftFormula(formula: string, from: string, to: string): string {
  const tokens = tokenize(readableText(formula), { mergeRefs: true, withLocation: true });
  const moved = translateTokensToA1(translateTokensToR1C1(tokens, from), to, { wrapEdges: false });
  let shifted = '';
  let position = 0;
  tokens.forEach(({ value, loc }, index) => {
    const instead = moved[index]!.value;
    if (instead === value || !loc) return;
    shifted += formula.slice(position, loc[0]) + instead;
    position = loc[1]!;
  });
  return shifted + formula.slice(position);
}
