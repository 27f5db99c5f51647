import { pathToFileURL } from 'node:url';
import webpack from 'webpack';
import type { Configuration } from 'webpack';

/** The message to the parent process after each build. */
export interface Built {
  isSound: boolean;
}

/** Builds for development, again after every change, with the configuration file in the first argument. Runs as a child process. */
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
  // The parent process has ended.
  process.once('disconnect', () => process.exit());
}

await watch(process.argv[2]!);
