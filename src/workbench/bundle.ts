import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { requirementTable } from './node/requirement-table';

/** The project's folder, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where the bundled workbench page lies. */
export const PAGE_DIR = `${ROOT}.cache/workbench/`;

/**
 * Bundles the workbench page into PAGE_DIR, about a second's work.
 * esbuild and not webpack: the page holds a spreadsheet engine of 12 MB that webpack takes a minute and a half over.
 */
export async function bundlePage(): Promise<void> {
  const source = `${ROOT}src/workbench/page/`;
  mkdirSync(PAGE_DIR, { recursive: true });
  cpSync(`${source}index.html`, `${PAGE_DIR}index.html`);
  cpSync(`${ROOT}assets/sample-earnings.csv`, `${PAGE_DIR}sample-earnings.csv`);
  writeFileSync(`${PAGE_DIR}requirements.json`, JSON.stringify(requirementTable()));
  await build({
    entryPoints: { page: `${source}main.tsx` },
    outdir: PAGE_DIR,
    bundle: true,
    // what the engine loads when it needs it (hyphenation of 70 languages, 5 MB) stays apart
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.ttf': 'dataurl' },
    legalComments: 'none',
    logLevel: 'error',
  });
}
