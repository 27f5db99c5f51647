import { handedOn } from './later';

/** The build that `npm test` has going next to the first tests; what is in dist/ where only some tests are run. */
export async function built(): Promise<void> {
  const file = process.env['BUILD_HANDED_ON'];
  if (file) await handedOn(file);
}
