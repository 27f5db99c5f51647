import { badInput } from '../domain/problem';
import { readFileSide, type FileSide } from './file-sides';
import { mergeTables, type Merge } from './merge-tables';
import type { SideTable } from './side';

/** Where the base of a comparison is from. */
type BaseFrom = 'carried' | 'given' | 'none';

/** Files to compare; without a base, the one that the returned file carries. */
export interface ComparedFiles {
  mine: Uint8Array;
  theirs: Uint8Array;
  base?: Uint8Array;
}

/** What differs between files. `side` is mine, to write the merge into. */
export interface Comparison extends Merge {
  base: BaseFrom;
  /** The number of the sending; null if the returned file doesn't say. */
  send: number | null;
  side: FileSide;
}

/** Compares workbook files. Throws a Problem for one that can't be read. */
export async function compareFiles(files: ComparedFiles): Promise<Comparison> {
  const side = await readFileSide(files.mine);
  const theirs = await readFileSide(files.theirs, side.tables);
  const given = files.base && (await readFileSide(files.base));
  for (const [file, name] of [
    [side, 'Your workbook'],
    [theirs, 'The returned workbook'],
    [given, 'The base'],
  ] as const)
    if (file && file.tables.size === 0 && !(file === given && file.base)) throw badInput(`${name} has no table of activities or claims.`);
  const carried = given ? (given.tables.size === 0 ? given.base : null) : theirs.base?.isWhole ? theirs.base : null;
  const base: ReadonlyMap<string, SideTable> | null = given && !carried ? given.tables : (carried?.tables ?? null);
  const merge = mergeTables({
    base,
    mine: side.tables,
    theirs: theirs.tables,
    isPart: carried?.send.isPart ?? false,
    daysLater: { base: carried ? 0 : (given?.daysLater ?? 0), mine: side.daysLater, theirs: theirs.daysLater },
  });
  return { ...merge, base: given ? 'given' : carried ? 'carried' : 'none', send: theirs.base?.send.number ?? null, side };
}
