/** The headers for paths that match a pattern, as in a static host's `_headers` file. */
export interface HeaderRule {
  /** A path; a trailing `*` matches any rest. */
  pattern: string;
  headers: [name: string, value: string][];
}

/** Reads a `_headers` file: a path on its own line, its headers indented below it. */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    } else {
      rules.push({ pattern: line.trim(), headers: [] });
    }
  }
  return rules;
}

/** The headers the workbench sends for a path: the shipped ones, with this server instead of Microsoft's. */
export function headersFor(path: string, rules: readonly HeaderRule[]): [name: string, value: string][] {
  return rules
    .filter(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
    .flatMap(({ headers }) => headers)
    .map(([name, value]) => [name, /^content-security-policy$/i.test(name) ? policyHere(value) : value]);
}

/** The policy with office.js from this server and the workbench as the surrounding frame; nothing else is relaxed. */
function policyHere(policy: string): string {
  return policy
    .split(';')
    .map((directive) =>
      directive
        .trim()
        .split(/\s+/)
        .filter((word) => !word.includes('appsforoffice.microsoft.com')),
    )
    .map(([name = '', ...sources]) => (name === 'frame-ancestors' ? `${name} 'self'` : [name, ...sources].join(' ')))
    .filter(Boolean)
    .join('; ');
}
