import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const textOf = (path: string): string => readFileSync(SRC + path, 'utf8');
const README = textOf('README.md');

/** The folders that the tree of src/README.md names, by their paths. */
const tree = foldersIn(/```\n([\s\S]+?)```/.exec(README)![1]!);

/** The rows of "Where is it": a question, its file, and an export of it in backticks or a text that it contains. */
const questions = [...README.matchAll(/^\| ([^|]+\?) \| `([^`|]+)` \| (text )?`([^`|]+)` \|$/gm)].map(
  ([, question, file, isText, name]) => ({ question: question!, file: file!, name: name!, isText: isText !== undefined }),
);

const folders = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(SRC + path).isDirectory());
const filesIn = (folder: string): string[] =>
  readdirSync(SRC + folder).filter((name) => name !== 'README.md' && !statSync(`${SRC}${folder}/${name}`).isDirectory());
const large = folders.filter((folder) => filesIn(folder).length > 10);

describe('the tree in src/README.md', () => {
  it('names folders that exist, and every folder at the top', () => {
    expect(tree.filter((folder) => !folders.includes(folder))).toEqual([]);
    expect(folders.filter((folder) => !folder.includes('/') && !tree.includes(folder))).toEqual([]);
  });
});

describe('where it is, by src/README.md', () => {
  it('answers fourteen questions', () => {
    expect(questions.length).toBe(14);
  });

  it.each(questions)('$question', ({ file, name, isText }) => {
    // the folder is one step, its file the second
    expect(tree).toContain(dirname(file));
    if (isText) expect(textOf(file)).toContain(name);
    else expect(exportsOf(file)).toContain(name);
  });
});

describe('a folder with more than ten files', () => {
  it.each(large)('%s has three lines: what is in it, what is not, where to start', (folder) => {
    const lines = textOf(`${folder}/README.md`).split('\n').filter(Boolean).slice(1);
    expect(lines.map((line) => /^- \*\*(In here:|Not in here:|Start with)\*\* \S/.exec(line)?.[1])).toEqual([
      'In here:',
      'Not in here:',
      'Start with',
    ]);
  });
});

describe.each(['', ...folders.filter((folder) => existsSync(`${SRC}${folder}/README.md`))])('src/%s README', (folder) => {
  it('names files and folders that exist', () => {
    const here = folder === '' ? '' : `${folder}/`;
    const named = [...textOf(`${here}README.md`).matchAll(/`([\w./-]+)`/g)].map(([, path]) => path!).filter(isPath);
    const isThere = (path: string): boolean => [SRC + here, SRC, `${SRC}../`].some((from) => existsSync(from + path));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});

/** Indented folders belong to the one above that is not. */
function foldersIn(drawing: string): string[] {
  let parent = '';
  return drawing.split('\n').flatMap((line) => {
    const [, indent, name] = /^( *)([\w-]+)\/ /.exec(line) ?? [];
    if (name === undefined) return [];
    if (indent === '') parent = name;
    return [indent === '' ? name : `${parent}/${name}`];
  });
}

/** What a file exports by name, as TypeScript reads it. */
function exportsOf(file: string): string[] {
  const { statements } = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement) || !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => nameOf(name)!);
    return [nameOf((statement as ts.DeclarationStatement).name) ?? ''];
  });
}

const nameOf = (node: ts.Node | undefined): string | undefined => (node && ts.isIdentifier(node) ? node.text : undefined);

/** Whether a word in backticks is a path: it has a slash or ends as a source file does, or is a folder of ours. */
const isPath = (word: string): boolean => /\/|\.tsx?$/.test(word) || folders.includes(word);
