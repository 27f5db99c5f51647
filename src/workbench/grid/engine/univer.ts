import type { ICommandInfo, IExecutionOptions, Injector, IRange, Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/lib/facade';
import { MAX_COLUMNS, MAX_ROWS } from '../a1';
import { quickenInvertedIndex } from './inverted-index';

/** One entry of a Univer preset's plugin list. */
export type PluginEntry = unknown;

/**
 * The Univer modules in use. They come in from outside (univer-node.ts, univer-page.ts),
 * so that nothing else imports Univer's code and one engine serves Node and the page.
 */
export interface UniverModules {
  core: typeof import('@univerjs/core');
  FUniver: typeof FUniver;
  formula: typeof import('@univerjs/engine-formula');
  sheets: typeof import('@univerjs/sheets');
  sheetsFormula: typeof import('@univerjs/sheets-formula');
  table: typeof import('@univerjs/sheets-table');
  plugins: () => PluginEntry[];
  locales: Record<string, unknown>;
}

/** Sees every command before it runs, and may still change its parameters. */
export type BeforeCommand = (command: Readonly<ICommandInfo>, options?: IExecutionOptions) => void;

/** A running Univer. */
export interface Engine {
  modules: UniverModules;
  univer: Univer;
  api: FUniver;
  injector: Injector;
  /** Listeners that were there before any plugin's. */
  before: Set<BeforeCommand>;
}

/** Starts Univer. */
export function startEngine(modules: UniverModules): Engine {
  repairLexer(modules);
  quickenInvertedIndex(modules);
  const { Univer, LocaleType, LogLevel, ICommandService } = modules.core;
  const locales = Object.keys(modules.locales).length ? modules.locales : { [LocaleType.EN_US]: {} };
  const univer = new Univer({ locale: LocaleType.EN_US, logLevel: LogLevel.ERROR, locales: locales as never });
  const injector = univer.__getInjector();
  // The formula plugin copies a formula's text in its own beforeCommandExecuted listener: whoever rewrites
  // formulas must be registered before the plugins are.
  const before = new Set<BeforeCommand>();
  injector.get(ICommandService).beforeCommandExecuted((command, options) => {
    for (const listener of before) listener(command, options);
  });
  // Presets repeat plugins: the last registration of a name wins.
  const plugins = new Map<string, [never, never]>();
  for (const entry of modules.plugins()) {
    const [plugin, options] = (Array.isArray(entry) ? entry : [entry]) as [{ pluginName: string }, unknown];
    plugins.set(plugin.pluginName, [plugin as never, options as never]);
  }
  for (const [plugin, options] of plugins.values()) univer.registerPlugin(plugin, options);
  letSpillsGrow(modules, injector);
  return { modules, univer, api: modules.FUniver.newAPI(univer), injector, before };
}

/** Univer answers #SPILL! at the end of its sheet, which is only as large as it had to be so far; Excel's sheet is larger. */
function letSpillsGrow(modules: UniverModules, injector: Injector): void {
  const runtime = injector.get(modules.formula.IFormulaRuntimeService) as unknown as {
    _checkIfArrayFormulaExceeded: (rows: number, columns: number, range: IRange) => boolean;
  };
  runtime._checkIfArrayFormulaExceeded = (_rows, _columns, range) => range.endRow >= MAX_ROWS || range.endColumn >= MAX_COLUMNS;
}

interface LexerPrototype {
  _resetTemp?: { (this: LexerPrototype): void; repaired?: boolean };
  _squareBracketState: number;
}

/**
 * Univer 0.25.1: an unclosed '[' (each keystroke while a person types Table[…) stays counted in the shared lexer,
 * and from then on every newly parsed formula with a comma is #NAME?.
 */
function repairLexer(modules: UniverModules): void {
  const lexer = modules.formula.LexerTreeBuilder.prototype as unknown as LexerPrototype;
  const reset = lexer._resetTemp;
  if (!reset || reset.repaired) return;
  lexer._resetTemp = Object.assign(
    function resetTemp(this: LexerPrototype) {
      reset.call(this);
      this._squareBracketState = 0;
    },
    { repaired: true },
  );
}
