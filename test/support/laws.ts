import { configureGlobal } from 'fast-check';

/** Whether all cases of the laws are to be tried: npm run laws. */
export const isFullLaw = process.env['LAWS'] === 'full';

// A fixed share of the cases is tried with every change, the same ones each time, so that a failure there comes from the
// change that is tried. All of them are tried by npm run laws, with a new seed each time or the one that is given.
const SEED = Number(process.env['LAWS_SEED'] ?? (isFullLaw ? Date.now() % 2 ** 31 : 20_241_001));
if (isFullLaw) {
  console.info(`laws: seed ${SEED}`);
  configureGlobal({ seed: SEED, numRuns: 1000 });
} else if (process.env['CI']) configureGlobal({ seed: SEED });

/** How many of a law's cases are tried with every change. */
const SHARE = 12;

/** The cases of a law to try: all, or a fixed share, spread evenly and beginning elsewhere for each name. */
export function share<T>(cases: readonly T[], name: string, count = SHARE): readonly T[] {
  if (isFullLaw || cases.length <= count) return cases;
  const offset = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Math.ceil(cases.length / count);
  const step = cases.length / count;
  return Array.from({ length: count }, (_, n) => cases[Math.min(cases.length - 1, Math.floor(n * step) + offset)]!);
}

const [PART = 1, PARTS = 1] = (process.env['LAWS_PART'] ?? '1/1').split('/').map(Number);

/** The cases that are left to this process, where several share those of a law: every third one, say. */
export const part = <T>(cases: readonly T[]): readonly T[] => cases.filter((_, n) => n % PARTS === PART - 1);
