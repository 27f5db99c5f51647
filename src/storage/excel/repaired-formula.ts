/**
 * A formula with proper names of COOP functions that Excel didn't know when it opened the file; null if it calls none. Excel
 * stores such a call as _xldudf_COOP_X, after the number or path of a file that doesn't exist, and writing that back doesn't
 * make it COOP.X (office-js issues 2568, 3558, 3872 and 4487).
 */
export function repairedFormula(formula: string): string | null {
  if (!formula.startsWith('=')) return null;
  let isOurs = false;
  const repaired = outsideText(formula, (part) =>
    part
      .replace(UNRESOLVED, (_written, name: string) => `COOP.${name.toUpperCase()}`)
      .replace(CALL, (call) => {
        isOurs = true;
        return call;
      }),
  );
  return isOurs ? repaired : null;
}

/** Such as '[2]!_xldudf_COOP_SPLIT', "'C:\my add-ins\x.xla'!_xldudf_COOP_SPLIT" or '_xldudf_COOP_SPLIT'. */
const UNRESOLVED = /(?:'(?:[^']|'')*'!|(?:\[[^\]]*\])?[\w.]*!)?_xldudf_COOP_(\w+)/gi;
const CALL = /(?:^|[^\w.])COOP\.\w+\(/gi;

/** Changes a formula outside its text literals. */
function outsideText(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
