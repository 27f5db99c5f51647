import { parseFormula } from '../../formulas/parse-formula';
import { quoted } from '../../records/formula-text';

/** One function, as the catalogue describes it. */
export type FunctionEntry = (typeof __CATALOGUE__)[number];

/** What a person filled in, by argument; missing or '' if left out. */
export type Filled = Readonly<Record<string, string>>;

/** The formula for the values filled in; trailing empty arguments aren't written. */
export function writeFormula(entry: Pick<FunctionEntry, 'name' | 'parameters'>, filled: Filled): string {
  const written = entry.parameters.map(({ name }) => argument(filled[name] ?? ''));
  while (written.length > 0 && written[written.length - 1] === '') written.pop();
  return `=${entry.name}(${written.join(',')})`;
}

/** The values that produce a formula of the function; null if the formula is more than one plain call. */
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
 * One argument as written in a formula. Numbers, references, and quoted texts stay as they are, "=" starts a custom
 * formula, and everything else is text, so that FY25 H1 needs no quotes.
 */
function argument(filled: string): string {
  const text = filled.trim();
  if (text === '') return '';
  if (text.startsWith('=')) return text.slice(1).trim();
  return standsAsIs(text) ? text : quoted(text);
}

function standsAsIs(text: string): boolean {
  if (/^[+-]?\d+(\.\d+)?%?$/.test(text) || /^(TRUE|FALSE)$/i.test(text) || /^"([^"]|"")*"$/.test(text)) return true;
  const parsed = parseFormula(`=${text}`);
  return parsed.kind === 'cells' && parsed.cells.kind !== 'name' && parsed.text === text;
}

const needsEquals = (text: string): boolean => text !== '' && argument(text) !== text;
