import { configureGlobal } from 'fast-check';

// In continuous integration every run tries the same cases, so that a failure there comes from the change that is
// tried. Everywhere else each run tries new ones, and prints the seed of what it finds.
if (process.env.CI) configureGlobal({ seed: 20_241_001 });
