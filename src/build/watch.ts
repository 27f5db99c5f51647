import { pathToFileURL } from 'node:url';
import webpack from 'webpack';
import type { Configuration } from 'webpack';

/** What this program tells the one that started it, after each build. */
export interface Built {
  isSound: boolean;
}

/** Builds for development, with every change again, by the configuration file that the first argument names. Runs as a process of its own. */
async function watch(file: string): Promise<void> {
  const { default: config } = (await import(pathToFileURL(file).href)) as {
    default: (environment: object, options: { mode: 'development' }) => Configuration[];
  };
  webpack(config({}, { mode: 'development' })).watch({ aggregateTimeout: 50 }, (error, stats) => {
    if (error) console.error(error.message);
    if (stats?.hasErrors() || stats?.hasWarnings())
      console.log(stats.toString({ preset: 'errors-warnings', colors: process.stdout.isTTY }));
    process.send?.({ isSound: !error && !stats?.hasErrors() } satisfies Built);
  });
  // whoever started it is gone: no one looks anymore
  process.once('disconnect', () => process.exit());
}

await watch(process.argv[2]!);
