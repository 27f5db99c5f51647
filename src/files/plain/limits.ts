/** The longest formula of Excel, and the most functions in one another. */
const MAX_CHARACTERS = 8191;
const MAX_LEVELS = 64;

/** Why a formula, without "=", is more than Excel takes; null if it isn't. */
export function whyTooMuch(text: string): string | null {
  if (text.length > MAX_CHARACTERS) return `The formula would have ${text.length} characters; Excel takes ${MAX_CHARACTERS}.`;
  const levels = levelsOf(text);
  return levels > MAX_LEVELS ? `The formula would have ${levels} functions in one another; Excel takes ${MAX_LEVELS}.` : null;
}

function levelsOf(text: string): number {
  let [level, most] = [0, 0];
  for (const letter of text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')) {
    if (letter === '(') most = Math.max(most, ++level);
    else if (letter === ')') level--;
  }
  return most;
}
