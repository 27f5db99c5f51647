import { absoluteA1, localA1, quoteSheet, type Area } from '../../grid/a1';
import { apiNotFound, badArgument } from '../../grid/excel-error';
import type { RichApi } from '../rich-api';
import { areaOf, type RangeState, type WireType } from '../wire-object';

interface NumberRule {
  formula1: number | string;
  formula2?: number | string;
  operator?: string;
}

/** An Excel.DataValidationRule of the kinds that the workbench supports. */
interface ValidationRule {
  list?: { source: unknown; inCellDropDown?: boolean };
  custom?: { formula: string };
  wholeNumber?: NumberRule;
  decimal?: NumberRule;
}

/** Univer's rule builder and its range, which plugins add without usable types. */
interface Builder {
  [method: string]: (...args: unknown[]) => Builder;
}
interface ValidatedRange {
  setDataValidation(rule: unknown): void;
}

const rulesOfHost = new WeakMap<RichApi, Map<string, ValidationRule>>();

function rules(api: RichApi): Map<string, ValidationRule> {
  const known = rulesOfHost.get(api) ?? new Map<string, ValidationRule>();
  rulesOfHost.set(api, known);
  return known;
}

/** A key for an area. It has the sheet's ID, since a deleted sheet's name may be used again. */
const placeOf = (area: Area): string => `${area.sheet.getSheetId()} ${localA1(area)}`;

function facadeRange({ book }: RichApi, area: Area): ValidatedRange {
  const { row, column, rows, columns, sheet } = book.sheets.clip(area);
  return book.facadeSheet(sheet).getRange(row, column, rows, columns);
}

/** A rule as Excel stores it: a range becomes a formula. */
function asKept(rule: ValidationRule, api: RichApi, area: Area): ValidationRule {
  if (!rule.list || typeof rule.list.source === 'string') return rule;
  const from = areaOf(rule.list.source, api, area.sheet);
  return { list: { ...rule.list, source: `=${quoteSheet(from.sheet.getName())}!${absoluteA1(from)}` } };
}

function build(rule: ValidationRule, api: RichApi, area: Area): Builder {
  const builder = (api.book.engine.api as unknown as { newDataValidation(): Builder }).newDataValidation();
  if (rule.list) {
    const { source, inCellDropDown = true } = rule.list;
    const isText = typeof source === 'string' && !source.startsWith('=');
    if (isText)
      return builder.requireValueInList!(
        source.split(',').map((item) => item.trim()),
        false,
        inCellDropDown,
      );
    return builder.requireValueInRange!(facadeRange(api, api.book.sheets.parse(String(source).slice(1), area.sheet)));
  }
  if (rule.custom) return builder.requireFormulaSatisfied!(rule.custom.formula);
  const number = rule.wholeNumber ?? rule.decimal;
  const operator = number?.operator ?? 'Between';
  const require = builder[`requireNumber${operator}`];
  if (!number || !require) throw apiNotFound(`DataValidation.rule (${Object.keys(rule).join()} ${operator})`);
  const limits = [number.formula1, ...(operator.endsWith('etween') ? [number.formula2] : [])].map(Number);
  return require.call(builder, ...limits, rule.wholeNumber !== undefined);
}

/** DataValidation. */
export const dataValidationType: WireType<RangeState> = {
  get: {
    IgnoreBlanks: () => true,
    Rule: ({ area }, api) => rules(api).get(placeOf(area)) ?? {},
    Type: ({ area }, api) => {
      const [kind] = Object.keys(rules(api).get(placeOf(area)) ?? {});
      return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'None';
    },
  },
  set: {
    ErrorAlert: ({ area }, { showAlert }: { showAlert?: boolean }, api) => {
      const rule = rules(api).get(placeOf(area));
      if (rule && showAlert === false) facadeRange(api, area).setDataValidation(build(rule, api, area).setAllowInvalid!(true).build!());
      else api.ignored.add('DataValidation.errorAlert=');
    },
    IgnoreBlanks: () => undefined,
    Prompt: (_state, _value, { ignored }) => void ignored.add('DataValidation.prompt='),
    Rule: ({ area }, given: ValidationRule, api) => {
      api.book.demandWritable('DataValidation.rule');
      api.book.writer.flush();
      const source = given.list?.source;
      if (typeof source === 'string' && (source.length > MAX_CHARACTERS || (source.startsWith('=') && source.includes('['))))
        throw badArgument('DataValidation.rule');
      const rule = asKept(given, api, area);
      facadeRange(api, area).setDataValidation(build(rule, api, area).setAllowInvalid!(false).build!());
      rules(api).set(placeOf(area), rule);
    },
  },
  call: {
    Clear: ({ area }, api) => {
      facadeRange(api, area).setDataValidation(null);
      rules(api).delete(placeOf(area));
    },
  },
};

/** The longest source of a list. It can't have structured references (office-js issue 277). */
const MAX_CHARACTERS = 255;
