/** A child of an XML part's root element. */
export interface XmlElement {
  /** With its prefix, such as `conditionalFormatting` or `mc:AlternateContent`. */
  name: string;
  text: string;
}

/** The children of a part's root element. Their content isn't parsed, so it can be written back unchanged. */
export function childrenOf(xml: string): XmlElement[] {
  const children: XmlElement[] = [];
  let depth = 0;
  let from = 0;
  for (const match of xml.matchAll(TAG)) {
    const [tag, closing, name, selfClosing] = match;
    if (name === undefined) continue;
    if (!closing && depth === 1) from = match.index;
    if (closing) depth--;
    if (depth === 1 && (closing || selfClosing)) children.push({ name, text: xml.slice(from, match.index + tag.length) });
    if (!closing && !selfClosing) depth++;
  }
  return children;
}

/** The opening tag of a part's root element. */
export function rootTag(xml: string): string {
  return /<[A-Za-z_][^>]*>/.exec(xml.replace(/<\?[^]*?\?>/, ''))?.[0] ?? '';
}

/** An attribute of a tag. */
export function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

// Matches comments, instructions and character data so that tags in them are ignored.
const TAG = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(\/)?([A-Za-z_][\w.:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/)?>/g;
