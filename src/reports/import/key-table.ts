import { outOfRange } from '../../domain/problem';

/** What a row is grouped by: its month and the numbers of its names. */
export interface NumberedKey {
  month: number;
  partner: number;
  program: number;
  type: number;
  engagement: number;
  lever: number;
}

/** Numbers the distinct keys of a report: a few thousand for a million rows. */
export class KeyTable {
  readonly keys: NumberedKey[] = [];
  private slots = new Int32Array(1024).fill(NONE);

  /** The number of a key. Throws a Problem if there are more than a workbook could use, which would fill the memory. */
  at(month: number, partner: number, program: number, type: number, engagement: number, lever: number): number {
    const hash = hashOf(month, partner, program, type, engagement, lever);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const found = this.slots[slot]!;
      if (found === NONE) break;
      const key = this.keys[found]!;
      if (
        key.month === month &&
        key.lever === lever &&
        key.partner === partner &&
        key.type === type &&
        key.engagement === engagement &&
        key.program === program
      ) {
        return found;
      }
      slot = (slot + 1) & mask;
    }
    if (this.keys.length === MAX_KEYS) throw tooManyKeys();
    const index = this.keys.push({ month, partner, program, type, engagement, lever }) - 1;
    this.slots[slot] = index;
    if (this.keys.length * 2 > this.slots.length) this.widen();
    return index;
  }

  private widen(): void {
    const wide = new Int32Array(this.slots.length * 2).fill(NONE);
    this.keys.forEach(({ month, partner, program, type, engagement, lever }, index) => {
      let slot = hashOf(month, partner, program, type, engagement, lever) & (wide.length - 1);
      while (wide[slot] !== NONE) slot = (slot + 1) & (wide.length - 1);
      wide[slot] = index;
    });
    this.slots = wide;
  }
}

const NONE = -1;
/** Each becomes a row of CoopEarnings. */
export const MAX_KEYS = 200_000;

const tooManyKeys = (): Error =>
  outOfRange(
    `The reports have more than ${MAX_KEYS.toLocaleString('en-US')} monthly amounts by Partner ID, program, engagement, lever, and earning type. Bring in fewer files at once, or check that each column is what its header says.`,
  );

function hashOf(month: number, partner: number, program: number, type: number, engagement: number, lever: number): number {
  let hash = Math.imul(month, 0x9e3779b1) ^ partner;
  hash = Math.imul(hash, 0x85ebca6b) ^ lever;
  hash = Math.imul(hash, 0xc2b2ae35) ^ type;
  hash = Math.imul(hash, 0x27d4eb2f) ^ engagement;
  hash = Math.imul(hash ^ (hash >>> 15), 0x165667b1) ^ program;
  return Math.imul(hash ^ (hash >>> 13), 0x9e3779b1) >>> 8;
}
