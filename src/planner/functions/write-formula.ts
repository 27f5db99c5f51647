import { parseFormula } from '../../formulas/parse-formula';

/** One function, as the catalogue describes it. */
export type FunctionEntry = (typeof __CATALOGUE__)[number];

/** What a person has filled in, by argument; missing or '' where left out. */
export type Filled = Readonly<Record<string, string>>;

/** The formula for what has been filled in; arguments left out at the end are not written. */
export function writeFormula(entry: Pick<FunctionEntry, 'name' | 'parameters'>, filled: Filled): string {
  const written = entry.parameters.map(({ name }) => argument(filled[name] ?? ''));
  while (written.length > 0 && written[written.length - 1] === '') written.pop();
  return `=${entry.name}(${written.join(',')})`;
}

/** What to fill in for a formula of the function to come out; null where it is more than one plain call. */
export function fillFrom(entry: Pick<FunctionEntry, 'name' | 'parameters'>, formula: string): Filled | null {
  const parsed = parseFormula(formula);
  if (parsed.kind !== 'call' || parsed.name !== entry.name) return null;
  return Object.fromEntries(
    parsed.arguments.map((given, i) => [
      entry.parameters[i]?.name ?? '',
      given.kind === 'value' && typeof given.value === 'string' && argument(given.value) === given.text
        ? given.value
        : needsEquals(given.text)
          ? `=${given.text}`
          : given.text,
    ]),
  );
}

/**
 * One argument as a formula has it. Numbers, references, and quoted texts stay as they are, "=" starts a formula of
 * one's own, and everything else is a text: no one should have to think of quotes for FY25 H1.
 */
function argument(filled: string): string {
  const text = filled.trim();
  if (text === '') return '';
  if (text.startsWith('=')) return text.slice(1).trim();
  return standsAsIs(text) ? text : `"${text.replace(/"/g, '""')}"`;
}

function standsAsIs(text: string): boolean {
  if (/^[+-]?\d+(\.\d+)?%?$/.test(text) || /^(TRUE|FALSE)$/i.test(text) || /^"([^"]|"")*"$/.test(text)) return true;
  const parsed = parseFormula(`=${text}`);
  return parsed.kind === 'cells' && parsed.cells.kind !== 'name' && parsed.text === text;
}

const needsEquals = (text: string): boolean => text !== '' && argument(text) !== text;
