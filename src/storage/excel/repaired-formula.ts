/**
 * A formula in which COOP functions that Excel did not know when it opened the file are called by their names again, or
 * null where it calls none. Excel keeps such a call as _xldudf_COOP_X, behind the number or the path of a file it never
 * finds, and writing that back does not make it COOP.X (office-js issues 2568, 3558, 3872 and 4487).
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

/** '[2]!_xldudf_COOP_SPLIT', "'C:\my add-ins\x.xla'!_xldudf_COOP_SPLIT", '_xldudf_COOP_SPLIT'. */
const UNRESOLVED = /(?:'(?:[^']|'')*'!|(?:\[[^\]]*\])?[\w.]*!)?_xldudf_COOP_(\w+)/gi;
const CALL = /(?:^|[^\w.])COOP\.\w+\(/gi;

/** A formula with everything outside its texts changed. */
function outsideText(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
