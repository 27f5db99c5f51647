/**
 * Whether two texts are one formula: Excel spells some things its own way. A reference to the same row may come back as
 * `[@ID]`, `CoopPlan[@ID]` or `CoopPlan[[#This Row],[ID]]`, a column with its brackets doubled or not, a function of ours
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
