import type { Failing } from '../../src/workbench/office/rich-api';

/** Has a member fail at one of its uses, counted from 0, and from then on if asked to. */
export function failingAt(member: string, use: number, { forGood = false, code = 'GeneralException' } = {}): Failing {
  let uses = 0;
  return (reached) => {
    if (reached.member !== member) return null;
    const count = uses++;
    return count === use || (forGood && count > use) ? code : null;
  };
}
