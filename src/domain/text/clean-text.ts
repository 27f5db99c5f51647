/**
 * A text from elsewhere without invisible characters: zero-width and direction marks, soft hyphens, control characters.
 * Every kind of space becomes a plain one; full-width letters and Arabic digits become plain ones. Texts that look the
 * same are the same, wherever it was copied from.
 */
export const cleanText = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(/[^\S\t\n]/g, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => `${digit.charCodeAt(0) & 15}`);

const UNSEEN = /\uFEFF|(?!\s)[\p{DI}\p{Cc}\p{Cf}]/gu;
