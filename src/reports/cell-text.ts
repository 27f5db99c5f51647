/**
 * A foreign text for a cell that is not formatted as text. Whatever Excel could take for a formula begins with an
 * apostrophe, which Excel hides and which makes the rest plain text; so does a number that would lose its zeros or
 * digits. Other numbers stay as they are, minus sign included.
 */
export function cellText(text: string): string {
  if (PLAIN_NUMBER.test(text)) return LOSES_DIGITS.test(text) ? `'${text}` : text;
  return FORMULA_LIKE.test(text) ? `'${text}` : text;
}

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/** Partner IDs and payment IDs keep leading zeros; Excel keeps 15 digits. */
const LOSES_DIGITS = /^(?:0\d|[\d+.-]{16,})/;
/** Excel looks past spaces before a sign; full-width signs count in East Asian Excel, tab and line breaks when pasted. A leading apostrophe would vanish. */
const FORMULA_LIKE = /^(?:[\t\r\n']|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
