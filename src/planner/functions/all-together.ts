import type { Filled, FunctionEntry } from './write-formula';

type Parameter = FunctionEntry['parameters'][number];

/** Whether an argument may be "all" in place of one value; a list of choices shows that by itself. */
export const offersAll = ({ description, choices }: Pick<Parameter, 'description' | 'choices'>): boolean =>
  !choices && description.includes(`"${ALL}"`);

/** What a result for "all" may not be used for; null without such an argument. */
export const warnOfAll = ({ parameters }: Pick<FunctionEntry, 'parameters'>, filled: Filled): string | null =>
  parameters.some(({ name, description }) => description.includes(`"${ALL}"`) && isAll(filled[name]))
    ? "This adds up several amounts. Don't compare the result with a threshold, which applies to each Partner ID, program, and half alone."
    : null;

/** The value that means everything together. */
export const ALL = 'all';

const isAll = (text = ''): boolean =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase() === ALL;
