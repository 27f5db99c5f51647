/// <reference types="vite/client" />
import { handOver, type CoopFunction } from '../../src/explain/coop-functions';

// Does for tests of Explain what the build does in functions.js: importing this file hands every function over.
const modules = import.meta.glob<Record<string, CoopFunction>>('../../src/functions/*.ts', { eager: true });

for (const [path, module] of Object.entries(modules)) {
  const run = Object.values(module).find((exported) => typeof exported === 'function');
  if (run) handOver({ [path.replace(/^.*\/|\.ts$/g, '').toUpperCase()]: run });
}
