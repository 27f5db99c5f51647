import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** What a process makes while others have work without it: they read it from a file, or why it could not be made. */
type Outcome<T> = { made: T } | { failed: string };

const LOOK_EVERY_MS = 50;

/** Hands on what is being made, in a file of this name. Never rejects: who needs it learns what went wrong. */
export async function handOn<T>(file: string, making: Promise<T>): Promise<void> {
  rmSync(file, { force: true });
  const outcome: Outcome<T> = await making.then(
    (made) => ({ made }),
    (error: unknown) => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  // whole at once: others look for it while it is written
  writeFileSync(`${file}.draft`, JSON.stringify(outcome));
  renameSync(`${file}.draft`, file);
}

/** Waits for what another process hands on. */
export async function handedOn<T>(file: string): Promise<T> {
  while (!existsSync(file)) await wait(LOOK_EVERY_MS);
  const outcome = JSON.parse(readFileSync(file, 'utf8')) as Outcome<T>;
  if ('failed' in outcome) throw new Error(outcome.failed);
  return outcome.made;
}
