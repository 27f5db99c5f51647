import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { requirementTable } from './node/requirement-table';

/** The project's folder, with a trailing separator. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The folder of the bundled workbench page. */
export const PAGE_DIR = `${ROOT}.cache/workbench/`;

/** Where `npm run dev` builds, so that it and the tests don't overwrite each other. */
export const DEV_DIR = `${ROOT}.cache/dev/`;

/**
 * Bundles the workbench page into PAGE_DIR in about a second. esbuild, because webpack takes a minute and a half for the
 * 12 MB spreadsheet engine.
 */
export async function bundlePage(): Promise<void> {
  await build(pageBundle({ pageDir: PAGE_DIR }));
}

/** The options to bundle the page; also copies its other files. With `followsBuilds`, the page shows each new build, for `npm run dev`. */
export function pageBundle({
  pageDir,
  source = `${ROOT}src/workbench/page/`,
  followsBuilds = false,
}: {
  pageDir: string;
  source?: string | undefined;
  followsBuilds?: boolean;
}): BuildOptions {
  mkdirSync(pageDir, { recursive: true });
  cpSync(`${source}index.html`, `${pageDir}index.html`);
  cpSync(`${ROOT}assets/sample-earnings.csv`, `${pageDir}sample-earnings.csv`);
  writeFileSync(`${pageDir}requirements.json`, JSON.stringify(requirementTable()));
  return {
    entryPoints: { page: `${source}main.tsx` },
    outdir: pageDir,
    bundle: true,
    // What the engine loads on demand (hyphenation for 70 languages, 5 MB) stays separate.
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: !followsBuilds,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.FOLLOWS_BUILDS': String(followsBuilds) },
    loader: { '.woff2': 'dataurl', '.ttf': 'dataurl' },
    legalComments: 'none',
    logLevel: 'error',
  };
}
