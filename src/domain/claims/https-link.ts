/** The address of a page that may be opened: an absolute https address. Null for any other text, since anyone can write into a cell. */
export function httpsLink(text: string): string | null {
  try {
    const { protocol, href } = new URL(text.trim());
    return protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
