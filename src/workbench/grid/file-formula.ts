import { outsideText } from './formula-text';

const NEWER =
  /(?<![\w.])(IFNA|LET|LAMBDA|UNIQUE|SORTBY|SEQUENCE|RANDARRAY|XLOOKUP|XMATCH|TEXTJOIN|CONCAT|IFS|SWITCH|MAXIFS|MINIFS|VSTACK|HSTACK|TOCOL|TOROW|TAKE|DROP|CHOOSECOLS|CHOOSEROWS|TEXTSPLIT|TEXTBEFORE|TEXTAFTER)(?=\()/gi;
const NEWER_IN_WORKSHEETS = /(?<![\w.])(FILTER|SORT)(?=\()/gi;

/** A formula as stored in an .xlsx file: COOP.X as _xldudf_COOP_X, newer functions with their prefix. */
export function toFileFormula(formula: string, namespace: string): string {
  const ownCalls = new RegExp(`(?<![\\w.])${namespace}\\.(\\w+)(?=\\()`, 'gi');
  return outsideText(formula.replace(/^=/, ''), (part) =>
    part
      .replace(NEWER, (name) => `_xlfn.${name.toUpperCase()}`)
      .replace(NEWER_IN_WORKSHEETS, (name) => `_xlfn._xlws.${name.toUpperCase()}`)
      .replace(ownCalls, (_written, name: string) => `_xldudf_${namespace.toUpperCase()}_${name.toUpperCase()}`),
  );
}

/** A formula from an .xlsx file as Excel shows it with only that add-in installed: other add-ins' functions keep their stored names. */
export function fromFileFormula(formula: string, namespace = 'COOP'): string {
  const excel = outsideText(formula, (part) =>
    part
      .replace(new RegExp(`_xldudf_${namespace}_`, 'gi'), `${namespace}.`)
      .replace(/_xlfn\.(_xlws\.)?/g, '')
      .replace(/_xlpm\./g, ''),
  );
  return excel.startsWith('=') ? excel : `=${excel}`;
}
