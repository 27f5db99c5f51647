/** A new identity, as Excel writes them. */
export function newId(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}
