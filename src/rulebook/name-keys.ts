import type { Half } from '../domain/calendar/half';
import type { FundId } from '../domain/funds/fund';
import { cleanText } from '../domain/text/clean-text';
import { programNamed } from './rules-on';

/** Spellings of one program give one key; an unknown program is compared by its own text. */
export const programKey = (text: string): string => programNamed(text) ?? looseText(text);

/** The fund of a Partner ID, a program, and a half, in any spelling. */
export const fundNamed = (partnerId: string, program: string, half: Half): FundId => ({
  partnerId,
  program,
  programKey: programKey(program),
  half,
});

/** Spellings of one earning type give one key: Co-op, Coop, CO-OP. */
export const typeKey = (text: string): string => looseText(text);

/** Partner Center writes hyphens and en dashes for the same thing, and not always one of them. */
const looseText = (text: string): string =>
  cleanText(text)
    .toLowerCase()
    .replace(/[\s\-_\u2010-\u2015]/g, '');
