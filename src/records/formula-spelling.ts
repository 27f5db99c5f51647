/**
 * Whether two texts are the same formula. Excel may return a formula spelled differently: a reference to the same row as
 * `[@ID]`, `CoopPlan[@ID]` or `CoopPlan[[#This Row],[ID]]`, a column with single or double brackets, and a COOP function
 * with the prefix it has in files.
 */
export const isSameFormula = (a: string, b: string): boolean => a === b || plain(a) === plain(b);

function plain(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : outsideText(part)))
    .join('');
}

const outsideText = (part: string): string =>
  part
    .replace(/(?:[\p{L}\p{N}_.\\]+)?\[\[#This Row\],\s*(\[[^\]]*\](?::\[[^\]]*\])?)\]/giu, '[@$1]')
    .replace(/[\p{L}\p{N}_.\\]+\[@/gu, '[@')
    .replace(/(?:\[\d+\]!|'[^']*'!)?_xl(?:udf_COOP_|fn\.(?:SINGLE\()?|dudf_COOP_)/gi, (prefix) => (/COOP_$/i.test(prefix) ? 'COOP.' : ''))
    .replace(/[[\]\s]/g, '')
    .toUpperCase();
