import { gzipSync } from 'node:zlib';
import type { Chunk, Compilation, Compiler, Module } from 'webpack';

/** The size limits, in gzipped bytes, of what loads before functions answer and before the pane's first screen can be used. */
export const BUDGETS = { functions: 32_300, pane: 345_000 };

/** Modules that mustn't be in the add-in or in functions.js. */
const KEPT_OUT: [pattern: RegExp, entry: 'functions' | 'both', why: string][] = [
  [/[\\/]node_modules[\\/](@univerjs|hucre)[\\/]/, 'both', 'it belongs to the workbench only'],
  [/[\\/]src[\\/]workbench[\\/]/, 'both', 'the workbench never ships'],
  [
    /[\\/]node_modules[\\/](react|react-dom|@fluentui|@griffel|zod|papaparse|fflate)[\\/]/,
    'functions',
    'cells must answer without waiting for it',
  ],
];

/** Fails the build if the functions or the pane's first load exceed their budget or include a forbidden module. */
export class Budgets {
  /** Called by webpack. */
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('Budgets', (compilation) => {
      compilation.hooks.afterProcessAssets.tap('Budgets', () => {
        const complain = (sentence: string) => compilation.errors.push(new compiler.webpack.WebpackError(sentence));
        if (compiler.options.mode === 'production') this.checkSizes(compilation, complain);
        this.checkModules(compilation, complain);
      });
    });
  }

  private checkSizes(compilation: Compilation, complain: (sentence: string) => void): void {
    const report = compilation.getLogger('Budgets');
    for (const [name, chunks] of [
      ['functions', functionChunks(compilation)],
      ['pane', paneChunks(compilation)],
    ] as const) {
      const files = [...new Set(chunks.flatMap((chunk) => [...chunk.files]))].filter((file) => file.endsWith('.js'));
      const size = files.reduce((sum, file) => sum + gzipSync(compilation.assets[file]!.source().toString()).length, 0);
      const budget = BUDGETS[name];
      if (files.length === 0) continue;
      if (size > budget) complain(`${files.join(' + ')} is ${kB(size)} gzipped; the budget of the ${name} is ${kB(budget)}.`);
      else report.info(`${name}: ${files.join(' + ')} is ${kB(size)} gzipped of ${kB(budget)}`);
    }
  }

  private checkModules(compilation: Compilation, complain: (sentence: string) => void): void {
    const inFunctions = pathsIn(compilation, functionChunks(compilation));
    const all = pathsIn(compilation, [...compilation.chunks]);
    for (const [pattern, entry, why] of KEPT_OUT) {
      const found = (entry === 'functions' ? inFunctions : all).find((path) => pattern.test(path));
      if (found) complain(`${found} is in ${entry === 'functions' ? 'functions.js' : 'the build'}; ${why}.`);
    }
  }
}

/** The chunk of functions.js, if this is the build with it. */
function functionChunks(compilation: Compilation): Chunk[] {
  const chunk = compilation.namedChunks.get('functions');
  return chunk ? [chunk] : [];
}

/** Chunks that the pane requests before its first screen can be used: the store, and Today, which is the first screen. */
export const ASKED_FIRST = ['planner', 'today'];

/** Everything that loads before the first screen can be used: main.js, what it or the runtime imports lazily, and ASKED_FIRST. */
function paneChunks(compilation: Compilation): Chunk[] {
  const first = [...compilation.chunkGroups].filter(
    (group) => ASKED_FIRST.includes(group.name ?? '') || group.origins.some(({ module }) => module && isStart(pathOf(module))),
  );
  const functions = new Set(functionChunks(compilation));
  return [...(compilation.entrypoints.get('main')?.chunks ?? []), ...first.flatMap((group) => group.chunks)].filter(
    (chunk) => !functions.has(chunk),
  );
}

const isStart = (path: string): boolean => /[\\/]src[\\/](pane[\\/]main\.tsx|runtime[\\/][^\\/]+)$/.test(path);

function pathsIn(compilation: Compilation, chunks: readonly Chunk[]): string[] {
  return chunks.flatMap((chunk) => [...compilation.chunkGraph.getChunkModulesIterable(chunk)].flatMap(innerModules).map(pathOf));
}

/** The original modules of one that webpack may have concatenated. */
function innerModules(module: Module): Module[] {
  return 'modules' in module ? (module.modules as Module[]) : [module];
}

const pathOf = (module: Module): string => ('resource' in module ? String(module.resource) : (module.nameForCondition() ?? ''));

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
