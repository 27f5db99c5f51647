/** The number of the month whose name begins so, in any case: 2 for Feb; 0 if there is none. */
export const monthNamed = (text: string): number => MONTHS.findIndex((name) => name.startsWith(text.toLowerCase())) + 1;

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
