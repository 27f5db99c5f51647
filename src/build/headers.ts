/** The headers of a path, for static hosts. */
interface HeaderRule {
  /** A path; a trailing `*` matches any rest. */
  path: string;
  headers: Record<string, string>;
}

/** The address of office.js in production. Microsoft requires this address instead of a copy. */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * The content security policy of every page, without unsafe-inline.
 *
 * - The style hash is for an empty string: Fluent inserts empty style tags and fills them by script.
 * - `connect-src 'self'`: neither the add-in nor what it uses of office.js connects to other hosts. This also blocks
 *   Microsoft's telemetry in office.js, on which nothing depends.
 * - Excel on the web frames the page from these hosts, and all ancestors of a frame count (office-js issues 3342, 4911).
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

/** The hosts of Excel on the web in Microsoft's commercial cloud. Microsoft publishes no list. */
const COMMERCIAL_CLOUD = [
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://teams.microsoft.com',
];

/** The hosts in FRAME_ANCESTORS, separated by spaces, or by default those of the commercial cloud. Throws if one isn't an https host. */
export function frameAncestors(given: string | undefined): readonly string[] {
  const hosts = (given ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = hosts.find((host) => !/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i.test(host));
  if (wrong !== undefined)
    throw new Error(`FRAME_ANCESTORS lists hosts such as https://*.office365.us, separated by spaces; "${wrong}" is none.`);
  return hosts.length > 0 ? hosts : COMMERCIAL_CLOUD;
}

/** The headers of every response. */
const everywhere = (ancestors?: readonly string[]): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(ancestors),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

// Excel and the manifest refer to these by name, so names can't depend on content: browsers must check for a new version each time.
const ASK_AGAIN = { 'Cache-Control': 'no-cache' };

/** Additional headers by path. No header is in two rules that match the same path, since hosts differ in which one wins. */
const BY_PATH: HeaderRule[] = [
  // Excel on the web fetches the metadata from another origin.
  { path: '/functions.json', headers: { ...ASK_AGAIN, 'Access-Control-Allow-Origin': '*' } },
  ...['/taskpane.html', '/functions.js', '/main.js', '/manifest.xml', '/catalogue.json', '/help/*'].map((path) => ({
    path,
    headers: ASK_AGAIN,
  })),
  { path: '/assets/*', headers: { 'Cache-Control': 'public, max-age=86400' } },
  { path: '/chunks/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
];

/** The `_headers` file for Netlify, Cloudflare Pages and the workbench's server. */
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

/** The same for Azure Static Web Apps, where the first matching route wins and adds to the global headers. */
export function staticWebAppConfig(ancestors?: readonly string[]): string {
  const config = {
    globalHeaders: everywhere(ancestors),
    routes: BY_PATH.map(({ path, headers }) => ({ route: path, headers })),
    mimeTypes: { '.xml': 'application/xml', '.json': 'application/json' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
