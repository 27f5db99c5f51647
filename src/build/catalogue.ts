import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { readExample, type Example } from './example';

/** The groups of functions. */
export const GROUPS = ['Periods', 'Earnings', 'Earnings reports', 'Planning'] as const;

/** An accepted value of an argument with choices. */
interface Choice {
  value: string;
  description: string;
}

/** An argument of a function. */
export interface Parameter {
  name: string;
  optional: boolean;
  description: string;
  choices?: Choice[];
}

/** A COOP function's description for people, from the comment above its code. */
export interface FunctionEntry {
  /** `SPLIT` */
  id: string;
  /** `COOP.SPLIT` */
  name: string;
  /** `split.ts` */
  file: string;
  /** The name of its export: `split`. */
  exportName: string;
  group: (typeof GROUPS)[number];
  summary: string;
  parameters: Parameter[];
  examples: Example[];
  /** The IDs of related functions; in the catalogue, both functions of a pair name each other. */
  seeAlso: string[];
  /** The address of its help page, from the comment. */
  helpUrl: string;
  /** `help/split.html` */
  helpPath: string;
}

/** Every COOP function, by group and then by name. */
export type Catalogue = FunctionEntry[];

declare global {
  /** The catalogue, which the build and vitest insert so that the pane doesn't read source files. */
  const __CATALOGUE__: Catalogue;
}

/** The files with functions, in alphabetical order. The bundle, the metadata and the catalogue all use this list. */
export function functionFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads the catalogue from the comments in a folder of functions. Throws, naming the file, if something is missing. */
export function readCatalogue(folder: string): Catalogue {
  const entries = functionFiles(folder).map((path) => readFunctionFile(basename(path), readFileSync(path, 'utf8')));
  return entries
    .map((entry) => ({ ...entry, seeAlso: relatedTo(entry, entries) }))
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || (a.id < b.id ? -1 : 1));
}

/** Those that a function names, and those that name it. */
function relatedTo({ id, file, seeAlso }: FunctionEntry, all: readonly FunctionEntry[]): string[] {
  const unknown = seeAlso.find((named) => !all.some((entry) => entry.id === named));
  if (unknown !== undefined) throw new Error(`${file}: @seealso names ${unknown}, which is no function.`);
  return [...seeAlso, ...all.filter((entry) => entry.seeAlso.includes(id)).map((entry) => entry.id)];
}

/** Reads a function file: its one function with an @customfunction comment, and the enums with its choices. */
export function readFunctionFile(file: string, text: string): FunctionEntry {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = source.statements.filter(ts.isFunctionDeclaration).filter((statement) => tagOf(statement, 'customfunction'));
  const [declaration] = found;
  if (!declaration || found.length > 1) {
    throw new Error(`${file} must hold exactly one function with an @customfunction comment; it holds ${found.length}.`);
  }
  const id = tagOf(declaration, 'customfunction')!;
  return {
    id,
    name: `COOP.${id}`,
    file,
    exportName: declaration.name?.text ?? '',
    group: groupOf(file, tagOf(declaration, 'group')),
    summary: oneLine(
      ts
        .getJSDocCommentsAndTags(declaration)
        .filter(ts.isJSDoc)
        .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
        .join(' '),
    ),
    parameters: declaration.parameters.map((parameter) => readParameter(file, parameter, readChoices(source))),
    examples: tagsOf(declaration, 'example').map((example) => readExample(file, example)),
    seeAlso: (tagOf(declaration, 'seealso') ?? '').split(/,\s*/).filter(Boolean),
    helpUrl: tagOf(declaration, 'helpurl') ?? '',
    helpPath: `help/${file.replace(/\.ts$/, '.html')}`,
  };
}

function readParameter(file: string, parameter: ts.ParameterDeclaration, choices: Map<string, Choice[]>): Parameter {
  const name = parameter.name.getText();
  const [tag] = ts.getJSDocParameterTags(parameter);
  if (!tag) throw new Error(`${file}: the argument ${name} has no @param line.`);
  const choice = parameter.type && choices.get(parameter.type.getText());
  return {
    name,
    optional: tag.isBracketed || !!parameter.questionToken,
    description: oneLine(ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^- /, ''),
    ...(choice ? { choices: choice } : {}),
  };
}

function readChoices(source: ts.SourceFile): Map<string, Choice[]> {
  const enums = source.statements.filter(ts.isEnumDeclaration).filter((declaration) => tagOf(declaration, 'customenum') !== undefined);
  return new Map(
    enums.map((declaration) => [
      declaration.name.text,
      declaration.members.map((member) => ({
        value: member.initializer && ts.isStringLiteral(member.initializer) ? member.initializer.text : member.name.getText(),
        description: oneLine(
          ts
            .getJSDocCommentsAndTags(member)
            .filter(ts.isJSDoc)
            .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
            .join(' '),
        ),
      })),
    ]),
  );
}

function groupOf(file: string, tag: string | undefined): FunctionEntry['group'] {
  const group = GROUPS.find((name) => name === tag);
  if (!group) throw new Error(`${file} needs an @group line with one of: ${GROUPS.join(', ')}.`);
  return group;
}

function tagsOf(node: ts.Node, name: string): string[] {
  return ts
    .getJSDocTags(node)
    .filter((tag) => tag.tagName.text === name)
    .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').trim());
}

const tagOf = (node: ts.Node, name: string): string | undefined => tagsOf(node, name)[0];
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
