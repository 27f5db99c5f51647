import '../iterator-polyfill';
import * as core from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import * as formula from '@univerjs/engine-formula';
import * as sheets from '@univerjs/sheets';
import * as sheetsFormula from '@univerjs/sheets-formula';
import * as table from '@univerjs/sheets-table';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsTablePlugin, UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from '@univerjs/preset-sheets-table';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import tableEnglish from '@univerjs/preset-sheets-table/locales/en-US';
import validationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import conditionalEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import type { UniverModules } from './univer';

/** The style of tables: dark text on light, which Univer's dark mode inverts. */
const QUIET_TABLE = {
  name: 'table-quiet',
  style: {
    headerRowStyle: { bg: { rgb: '#d8ebe6' }, cl: { rgb: '#1f1f1f' }, bd: { b: { s: 1, cl: { rgb: '#0f6c5c' } } } },
    secondRowStyle: { bg: { rgb: '#f4f9f8' } },
  },
};

/** Univer for the workbench's page; `container` is the element for the grid. */
export function univerForPage(container: HTMLElement): UniverModules {
  const english = core.mergeLocales(coreEnglish, tableEnglish, validationEnglish, conditionalEnglish);
  return {
    core,
    FUniver,
    formula,
    sheets,
    sheetsFormula,
    table,
    locales: { [core.LocaleType.EN_US]: english },
    plugins: () =>
      [
        // The page has its own ribbon; Univer's toolbar and its marks on IDs stored as text would only distract.
        UniverSheetsCorePreset({ container, toolbar: false, sheets: { disableForceStringMark: true } }),
        UniverSheetsTablePreset(),
        UniverSheetsDataValidationPreset(),
        UniverSheetsConditionalFormattingPreset(),
      ]
        .flatMap((preset): unknown[] => preset.plugins)
        // The preset takes no options, so its plugins are repeated with them: the last registration wins.
        .concat([
          [UniverSheetsTableUIPlugin, { hideAnchor: true }],
          [UniverSheetsTablePlugin, { userThemes: [QUIET_TABLE] }],
        ]),
  };
}
