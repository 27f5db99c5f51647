/** The headers of one path, as a static host is told about them. */
interface HeaderRule {
  /** A path; a `*` at its end stands for any rest. */
  path: string;
  headers: Record<string, string>;
}

/** Where the page takes Microsoft's office.js from in production. Microsoft asks for this address and no copy. */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * The content security policy of every page, without unsafe-inline.
 *
 * - The style hash is that of an empty string: Fluent inserts empty style tags and fills them by script.
 * - `connect-src 'self'`: neither the add-in nor what it needs of office.js calls anyone. Microsoft's own telemetry
 *   inside office.js is thereby refused; nothing depends on it.
 * - Excel on the web frames the page from these hosts, and all of a frame's ancestors count (office-js issues 3342, 4911).
 */
export const contentSecurityPolicy = (frameAncestors: readonly string[] = COMMERCIAL_CLOUD): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${new URL(OFFICE_JS).origin}`,
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "style-src-elem 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ['frame-ancestors', ...frameAncestors].join(' '),
  ].join('; ');

/** Where Excel on the web runs in Microsoft's commercial cloud; Microsoft keeps no list. */
const COMMERCIAL_CLOUD = [
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://teams.microsoft.com',
];

/** The hosts that FRAME_ANCESTORS lists, separated by spaces, or those of the commercial cloud. Throws a sentence for one that is no https host. */
export function frameAncestors(given: string | undefined): readonly string[] {
  const hosts = (given ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = hosts.find((host) => !/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i.test(host));
  if (wrong !== undefined)
    throw new Error(`FRAME_ANCESTORS lists hosts such as https://*.office365.us, separated by spaces; "${wrong}" is none.`);
  return hosts.length > 0 ? hosts : COMMERCIAL_CLOUD;
}

/** What every answer carries. */
const everywhere = (ancestors?: readonly string[]): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(ancestors),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

// Excel and the manifest know these by name, so they cannot be named after their content: ask each time.
const ASK_AGAIN = { 'Cache-Control': 'no-cache' };

/** What single paths carry besides. No header stands in two rules that fit one path: hosts differ in which one wins. */
const BY_PATH: HeaderRule[] = [
  // Excel on the web fetches the metadata from another origin
  { path: '/functions.json', headers: { ...ASK_AGAIN, 'Access-Control-Allow-Origin': '*' } },
  ...['/taskpane.html', '/functions.js', '/main.js', '/manifest.xml', '/catalogue.json', '/help/*'].map((path) => ({
    path,
    headers: ASK_AGAIN,
  })),
  { path: '/assets/*', headers: { 'Cache-Control': 'public, max-age=86400' } },
  { path: '/chunks/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
];

/** The `_headers` file that Netlify and Cloudflare Pages read, and the workbench's server with them. */
export function headersFile(ancestors?: readonly string[]): string {
  return [{ path: '/*', headers: everywhere(ancestors) }, ...BY_PATH]
    .map(
      ({ path, headers }) =>
        `${path}\n${Object.entries(headers)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join('')}`,
    )
    .join('\n');
}

/** The same for Azure Static Web Apps, whose first fitting route wins and adds to the global headers. */
export function staticWebAppConfig(ancestors?: readonly string[]): string {
  const config = {
    globalHeaders: everywhere(ancestors),
    routes: BY_PATH.map(({ path, headers }) => ({ route: path, headers })),
    mimeTypes: { '.xml': 'application/xml', '.json': 'application/json' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
