/** Words as they stand in a sentence, the last behind a joint of its own: A, B and C. */
export function listed(words: readonly string[], joint: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)!}`;
}
