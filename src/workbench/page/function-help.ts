import type { Engine } from '../grid/engine/univer';
import type { FunctionsMetadata } from '../grid/functions/metadata';
import type { CatalogueEntry } from '../sample';

/**
 * Gives the grid's autocomplete and argument help what Excel shows from functions.json.
 * Told to Univer's description service: what only the engine's function service knows is offered while typing, but
 * gets no argument help after `(`.
 */
export function describeFunctions(engine: Engine, namespace: string, metadata: FunctionsMetadata, catalogue: readonly CatalogueEntry[]): void {
  const { formula, sheetsFormula } = engine.modules;
  const choices = new Map(metadata.enums?.map(({ id, values }) => [id, values.map(({ value }) => `"${value}"`).join(', ')]));
  engine.injector.get(sheetsFormula.IDescriptionService).registerDescriptions(
    metadata.functions.map((meta) => {
      const functionName = `${namespace}.${meta.name}`.toUpperCase();
      const description = meta.description ?? functionName;
      const example = catalogue.find(({ name }) => name === functionName)?.examples[0]?.formula;
      return {
        functionName,
        functionType: formula.FunctionType.User,
        description: example ? `${description}\n${example}` : description,
        abstract: description,
        functionParameter: (meta.parameters ?? []).map((parameter) => ({
          name: parameter.name,
          detail: [parameter.description, parameter.customEnumId && choices.get(parameter.customEnumId)].filter(Boolean).join(' '),
          example: parameter.dimensionality === 'matrix' ? 'A1:B5' : parameter.name,
          require: parameter.optional ? 0 : 1,
          repeat: parameter.repeating ? 1 : 0,
        })),
      };
    }),
  );
}
