import type { ICommandInfo, IExecutionOptions, Injector, Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/lib/facade';
import { rememberDependenciesOnce } from './dependencies';
import { quickenInvertedIndex } from './inverted-index';
import {
  compareBlanks,
  letSpillsGrow,
  listHiddenRows,
  parseOnce,
  rememberReadTexts,
  rememberWords,
  repairLexer,
  repairTableReferences,
} from './repairs';

/** An entry of a Univer preset's plugin list. */
type PluginEntry = unknown;

/**
 * The Univer modules in use. univer-node.ts and univer-page.ts provide them, so that nothing else imports Univer's code
 * and the engine is the same in Node and on the page.
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

/** Called with every command before it runs; may change its parameters. */
type BeforeCommand = (command: Readonly<ICommandInfo>, options?: IExecutionOptions) => void;

/** A running Univer. */
export interface Engine {
  modules: UniverModules;
  univer: Univer;
  api: FUniver;
  injector: Injector;
  /** Listeners that are called before those of plugins. */
  before: Set<BeforeCommand>;
}

/** Starts Univer. */
export function startEngine(modules: UniverModules): Engine {
  repairLexer(modules);
  compareBlanks(modules);
  repairTableReferences(modules);
  quickenInvertedIndex(modules);
  rememberDependenciesOnce(modules);
  rememberWords(modules);
  rememberReadTexts(modules);
  const { Univer, LocaleType, LogLevel, ICommandService } = modules.core;
  const locales = Object.keys(modules.locales).length ? modules.locales : { [LocaleType.EN_US]: {} };
  const univer = new Univer({ locale: LocaleType.EN_US, logLevel: LogLevel.ERROR, locales: locales as never });
  const injector = univer.__getInjector();
  // The formula plugin copies a formula's text in its own beforeCommandExecuted listener, so listeners that rewrite
  // formulas must be registered before the plugins.
  const before = new Set<BeforeCommand>();
  injector.get(ICommandService).beforeCommandExecuted((command, options) => {
    for (const listener of before) listener(command, options);
  });
  // A plugin may be listed several times: the last one wins.
  const plugins = new Map<string, [never, never]>();
  for (const entry of modules.plugins()) {
    const [plugin, options] = (Array.isArray(entry) ? entry : [entry]) as [{ pluginName: string }, unknown];
    plugins.set(plugin.pluginName, [plugin as never, options as never]);
  }
  for (const [plugin, options] of plugins.values()) univer.registerPlugin(plugin, options);
  letSpillsGrow(modules, injector);
  parseOnce(modules, injector);
  listHiddenRows(modules, injector);
  return { modules, univer, api: modules.FUniver.newAPI(univer), injector, before };
}
