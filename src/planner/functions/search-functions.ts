import type { FunctionEntry } from './write-formula';

/** The functions that match every word of a query, those that match by name first. */
export function searchFunctions(catalogue: readonly FunctionEntry[], query: string): FunctionEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const found = catalogue.filter((entry) => holds(textOf(entry)));
  // The screen shows groups, so only sort within a group: name matches first. Sorting all by match would break up the groups.
  return found.sort((a, b) => (a.group === b.group ? Number(holds(b.name)) - Number(holds(a.name)) : 0));
}

function textOf({ name, group, summary, parameters }: FunctionEntry): string {
  return [
    name,
    group,
    summary,
    ...parameters.map(
      (parameter) => `${parameter.name} ${parameter.description} ${parameter.choices?.map(({ value }) => value).join(' ') ?? ''}`,
    ),
  ].join(' ');
}
