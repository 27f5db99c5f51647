import { badInput, notCovered } from '../domain/problem';
import { bySpelling, didYouMean, fold } from './names';
import { PROGRAMS, type ProgramId } from './rules/programs';

const BY_NAME = bySpelling<ProgramId>(PROGRAMS);

/** The program a text names, or null: reports may contain unknown programs. */
export function programNamed(text: string): ProgramId | null {
  return BY_NAME.get(fold(text)) ?? null;
}

/** The program a text names; throws "not covered" if it is unknown. */
export function findProgram(text: string): ProgramId {
  if (fold(text) === '') throw badInput('The program is empty. Omit it for Microsoft Commerce Incentives, or write its name.');
  const found = programNamed(text);
  if (found === null) throw notCovered(`No program is called "${text.trim()}".${didYouMean(text, PROGRAMS)}`);
  return found;
}
