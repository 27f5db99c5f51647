/**
 * Finds files, exports and packages that nothing uses. Told twice: as it stands, and with --production only what ships
 * and is run, so that nothing stays because tests alone import it.
 */
const isProduction = process.argv.includes('--production');

export default {
  // with "!" what counts in production, too
  entry: [
    'webpack.config.js!',
    'src/functions/*.ts!',
    // takes the place of trace.ts in functions.js, by webpack.config.js
    'src/cells/no-trace.ts!',
    'src/domain/new-plain-finding.ts!',
    'src/runtime/start.ts!',
    'src/pane/main.tsx!',
    // what a rule must look like: data cannot say it of itself, so tests hold each entry against it
    'src/rulebook/rule-schema.ts!',
    'src/terminal/*.ts!',
    'src/build/{draw-icons,mutants,sentences,start-excel,watch}.ts!',
    'src/workbench/{start,dev,calc}.ts!',
    'src/workbench/page/main.tsx!',
    'test/bench/*.ts',
  ],
  // its plugin would leave the configuration, which imports src/build, out of production
  webpack: !isProduction,
  project: ['webpack.config.js!', 'src/**/*.{ts,tsx}!', 'test/**/*.{ts,tsx}'],
  ignoreDependencies: [
    // parts of its presets, which list them in exact versions
    /^@univerjs\/(?!preset|core$)/,
    // read as a file, not imported
    'chromium-with-sqlite',
    // Vitest's own, for its types
    'vite',
  ],
  // what a file uses itself may be imported by its test alone
  ignoreExportsUsedInFile: isProduction,
};
