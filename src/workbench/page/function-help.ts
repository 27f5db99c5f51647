import type { Engine } from '../grid/engine/univer';
import type { FunctionsMetadata } from '../grid/functions/metadata';
import type { CatalogueEntry } from '../sample';

/**
 * Adds the functions of functions.json to the grid's autocomplete and argument help, as in Excel. It uses Univer's
 * description service: functions that only the engine's function service knows have no argument help after `(`.
 */
export function describeFunctions(
  engine: Engine,
  namespace: string,
  metadata: FunctionsMetadata,
  catalogue: readonly CatalogueEntry[],
): void {
  const { formula, sheetsFormula } = engine.modules;
  engine.injector.get(sheetsFormula.IDescriptionService).registerDescriptions(
    metadata.functions.map((meta) => {
      const functionName = `${namespace}.${meta.name}`.toUpperCase();
      const description = meta.description ?? functionName;
      const written = fullestExample(
        functionName,
        catalogue.find(({ name }) => name === functionName),
      );
      return {
        functionName,
        functionType: formula.FunctionType.User,
        description,
        abstract: description,
        functionParameter: (meta.parameters ?? []).map((parameter, i) => ({
          name: parameter.name,
          detail: parameter.description ?? '',
          example: written[i] ?? parameter.name,
          require: parameter.optional ? 0 : 1,
          repeat: parameter.repeating ? 1 : 0,
        })),
      };
    }),
  );
}

/** The arguments of the worked example that has the most. */
function fullestExample(name: string, entry: CatalogueEntry | undefined): string[] {
  const calls = (entry?.examples ?? []).map(({ formula }) => argumentsOf(formula, name));
  return calls.reduce((fullest, call) => (call.length > fullest.length ? call : fullest), []);
}

/** The arguments, as written, of a formula that is a single call of that function; none for any other formula. */
function argumentsOf(formula: string, name: string): string[] {
  const start = `=${name}(`;
  if (!formula.toUpperCase().startsWith(start) || !formula.endsWith(')')) return [];
  const written = [''];
  let depth = 0;
  let quoted = false;
  for (const character of formula.slice(start.length, -1)) {
    if (character === '"') quoted = !quoted;
    if (!quoted && '([{'.includes(character)) depth++;
    if (!quoted && ')]}'.includes(character)) depth--;
    if (depth < 0) return [];
    if (character === ',' && !quoted && depth === 0) written.push('');
    else written[written.length - 1] += character;
  }
  return written;
}
