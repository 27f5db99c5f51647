import type { ReadFile } from './earnings-import';

/** A unique name: downloads often have the same one. */
export function freeName(name: string, files: readonly ReadFile[]): string {
  const isTaken = (wanted: string): boolean => files.some((file) => file.name === wanted);
  let free = name;
  for (let n = 2; isTaken(free); n++) free = `${name} (${n})`;
  return free;
}
