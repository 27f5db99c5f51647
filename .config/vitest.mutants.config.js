import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that hold one folder of the source, while Stryker changes the code in it; see src/build/mutants.ts. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    watch: false,
    isolate: false,
    env: { TZ: 'UTC' },
    include: [process.env.TESTS_OF_MUTANTS],
    // it takes the hash of files as text, and Stryker has written into them
    exclude: ['test/rulebook/edition.test.ts'],
    setupFiles: ['test/support/laws.ts'],
    testTimeout: 60_000,
  },
});
