import '../iterator-polyfill';
import { createRequire } from 'node:module';
import type { UniverModules } from './univer';

// `require`, because Univer's ESM build imports a named export that opentype.js doesn't have in Node.
const require = createRequire(import.meta.url);

/** Univer for plain Node, without a canvas. */
export function univerForNode(): UniverModules {
  const nodePreset = require('@univerjs/preset-sheets-node-core') as typeof import('@univerjs/preset-sheets-node-core');
  const numfmt = require('@univerjs/sheets-numfmt') as typeof import('@univerjs/sheets-numfmt');
  const conditional = require('@univerjs/sheets-conditional-formatting') as typeof import('@univerjs/sheets-conditional-formatting');
  const table = require('@univerjs/sheets-table') as UniverModules['table'];
  for (const name of ['sheets-table', 'sheets-numfmt', 'sheets-data-validation', 'sheets-conditional-formatting']) {
    require(`@univerjs/${name}/lib/facade`);
  }
  return {
    core: require('@univerjs/core') as UniverModules['core'],
    FUniver: (require('@univerjs/core/lib/facade') as { FUniver: UniverModules['FUniver'] }).FUniver,
    formula: require('@univerjs/engine-formula') as UniverModules['formula'],
    sheets: require('@univerjs/sheets') as UniverModules['sheets'],
    sheetsFormula: require('@univerjs/sheets-formula') as UniverModules['sheetsFormula'],
    table,
    plugins: () => [
      ...nodePreset.UniverSheetsNodeCorePreset().plugins,
      numfmt.UniverSheetsNumfmtPlugin,
      table.UniverSheetsTablePlugin,
      conditional.UniverSheetsConditionalFormattingPlugin,
    ],
    locales: {},
  };
}
