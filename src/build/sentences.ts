import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A text in the source that people may read, with … as gaps for values. */
export interface Sentence {
  file: string;
  /** Counted from 1. */
  line: number;
  text: string;
  /** The code in each gap, in order. */
  gaps: readonly string[];
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders with texts that users of the add-in don't read. */
const SKIPPED = ['src/build', 'src/workbench'];

/** All strings, templates, and JSX texts in the source that look like words, in the order of files. */
export function sentencesOfSource(root = ROOT): Sentence[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => relative(root, join(root, 'src', name)).replaceAll('\\', '/'))
    .filter((name) => !SKIPPED.some((folder) => name.startsWith(`${folder}/`)))
    .sort();
  return files.flatMap((file) => sentencesIn(file, readFileSync(join(root, file), 'utf8')));
}

/** The texts of one file. */
export function sentencesIn(file: string, source: string): Sentence[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Sentence[] = [];
  const add = (node: ts.Node, raw: string, gaps: readonly string[] = []): void => {
    const text = raw.replace(/\s+/g, ' ').trim();
    if (isReadable(node, text))
      found.push({ file, line: parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1, text, gaps });
  };
  const visit = (node: ts.Node): void => {
    // Names of modules and types are for engineers.
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) add(node, node.text);
    else if (ts.isJsxText(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node))
      add(
        node,
        node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join(''),
        node.templateSpans.map(({ expression }) => expression.getText(parsed)),
      );
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** Whether a text has two words, or one in a place for people: between tags, or in a property such as a label or title. */
function isReadable(node: ts.Node, text: string): boolean {
  if (!/[A-Za-z]{2}/.test(text) || isForMachines(node)) return false;
  if (ts.isJsxText(node)) return true;
  if (/[A-Za-z…][,.:;!?)"]* [A-Za-z…("]/.test(text)) return true;
  return isNamedFor(node, SAID) && /^[A-Z]/.test(text);
}

const SAID = /^(label|title|text|sentence|hint|note|message|name|placeholder|aria-label|spoken|what|why|headings?|description)$/;

const isNamedFor = ({ parent }: ts.Node, names: RegExp): boolean =>
  (ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent)) && names.test(parent.name.getText().replace(/^['"]|['"]$/g, ''));

/** Whether a text is for styles, formulas or keys. */
function isForMachines(node: ts.Node): boolean {
  if (
    isNamedFor(
      node,
      /^(className|formula|format|style|transition|font|gridTemplate\w*|border\w*|margin\w*|padding\w*|background\w*|webpackChunkName)$/,
    )
  )
    return true;
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return true;
  for (let ancestor: ts.Node = node.parent; ancestor; ancestor = ancestor.parent) {
    if (ts.isCallExpression(ancestor) && /^(makeStyles|mergeClasses|shorthands)/.test(ancestor.expression.getText())) return true;
  }
  return false;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, line, text } of sentencesOfSource()) process.stdout.write(`${file}:${line}: ${text}\n`);
}
