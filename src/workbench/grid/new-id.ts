/** A new ID in Excel's format. */
export function newId(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}
