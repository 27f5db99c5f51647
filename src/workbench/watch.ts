import { fork } from 'node:child_process';
import { context } from 'esbuild';
import { pageBundle, ROOT } from './bundle';

type Stop = () => Promise<void>;

/** Builds the add-in, then rebuilds on changes; resolves after the first build. `onRebuilt` is called after each later build without errors. */
export function watchAddIn(options: { config: string; distDir: string; onRebuilt: () => void }): Promise<Stop> {
  const child = fork(`${ROOT}src/build/watch.ts`, [options.config], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DIST_DIR: options.distDir, NODE_ENV: 'development' },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let isFirst = true;
    child.once('error', reject);
    void gone.then(() => reject(new Error('The build ended. See the messages above.')));
    child.on('message', ({ isSound }: { isSound: boolean }) => {
      if (!isFirst && isSound) options.onRebuilt();
      isFirst = false;
      resolve(() => {
        child.kill();
        return gone;
      });
    });
  });
}

/** The same for the workbench's page. */
export async function watchPage(options: { pageDir: string; source?: string; onRebuilt: () => void }): Promise<Stop> {
  let resolveFirst: (() => void) | null = null;
  const first = new Promise<void>((resolve) => (resolveFirst = resolve));
  const bundle = await context({
    ...pageBundle({ pageDir: options.pageDir, source: options.source, followsBuilds: true }),
    plugins: [
      {
        name: 'report-builds',
        setup: (build) =>
          build.onEnd(({ errors }) => {
            if (!resolveFirst && errors.length === 0) options.onRebuilt();
            resolveFirst?.();
            resolveFirst = null;
          }),
      },
    ],
  });
  await bundle.watch();
  // A change before the first build ends would be part of it, and wouldn't be reported.
  await first;
  return () => bundle.dispose();
}
