import { badInput, notCovered } from '../domain/problem';
import { fold, listNames, nearestNames } from './names';
import { PROGRAMS, type ProgramId } from './rules/programs';

const BY_NAME = new Map<string, ProgramId>(
  PROGRAMS.flatMap(({ name, aliases }) => [name, ...aliases].map((spelling): [string, ProgramId] => [fold(spelling), name])),
);

const KNOWN = PROGRAMS.map(({ name, aliases }) => ({ name, spellings: [name, ...aliases] }));

/** The program a text names, or null: reports may hold programs we do not know. */
export function programNamed(text: string): ProgramId | null {
  return BY_NAME.get(fold(text)) ?? null;
}

/** The program a text names; an unknown one is not covered. */
export function findProgram(text: string): ProgramId {
  if (fold(text) === '') throw badInput('The program is empty. Leave it out for Microsoft Commerce Incentives, or write its name.');
  const found = programNamed(text);
  if (found === null) throw notCovered(`No program is called "${text.trim()}". Did you mean ${listNames(nearestNames(text, KNOWN))}?`);
  return found;
}
