import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, frameAncestors, headersFile, staticWebAppConfig } from '../../src/build/headers';

const CONTENT_SECURITY_POLICY = contentSecurityPolicy();
const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map(
    (directive) => [directive.slice(0, directive.indexOf(' ')), directive.slice(directive.indexOf(' ') + 1).split(' ')] as const,
  ),
);

describe('the content security policy', () => {
  it('allows no inline script or style and nothing that makes code of text', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*\s|\*;|blob:/);
    expect(directives.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(directives.get('style-src-attr')).toEqual(["'none'"]);
  });

  it('lets the pane call no one', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
  });

  it('lets only Microsoft 365 frame the pane', () => {
    const frames = directives.get('frame-ancestors')!;
    expect(frames.length).toBeGreaterThan(3);
    expect(frames.filter((frame) => !/^https:\/\/(\*\.)?[a-z.]+\.(microsoft|com)$/.test(frame))).toEqual([]);
  });
});

describe('another cloud', () => {
  it('frames the pane where FRAME_ANCESTORS says so, and nowhere else', () => {
    const hosts = frameAncestors(' https://*.office365.us,https://*.sharepoint.us ');
    expect(headersFile(hosts)).toContain('frame-ancestors https://*.office365.us https://*.sharepoint.us\n');
    expect(staticWebAppConfig(hosts)).toContain('frame-ancestors https://*.office365.us https://*.sharepoint.us');
    expect(contentSecurityPolicy(frameAncestors(undefined))).toBe(CONTENT_SECURITY_POLICY);
  });

  it.each(['*', 'http://a.b', "'self'", 'https://*', 'https://a.b/c', 'https://a.b;script-src'])('refuses %s in a sentence', (host) => {
    expect(() => frameAncestors(host)).toThrow(/^FRAME_ANCESTORS lists hosts such as/);
  });
});

describe('the headers of single files', () => {
  const rules = readRules(headersFile());

  it('give Excel on the web functions.json from another origin', () => {
    expect(rules.get('/functions.json')).toContain('Access-Control-Allow-Origin: *');
  });

  it.each(['/taskpane.html', '/functions.js', '/functions.json', '/main.js', '/manifest.xml'])(
    'ask again for %s, whose name stays',
    (path) => {
      expect(rules.get(path)).toContain('Cache-Control: no-cache');
    },
  );

  it('keep what is named after its content for ever', () => {
    expect(rules.get('/chunks/*')).toEqual(['Cache-Control: public, max-age=31536000, immutable']);
  });

  it('are in one rule each, since hosts join or replace doubles as they like', () => {
    const everywhere = rules.get('/*')!.map(nameOf);
    for (const [path, headers] of rules) {
      if (path !== '/*')
        expect(
          headers.map(nameOf).filter((name) => everywhere.includes(name)),
          path,
        ).toEqual([]);
    }
  });

  it('are the same for Azure Static Web Apps', () => {
    const config = JSON.parse(staticWebAppConfig());
    expect(config.globalHeaders['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(config.routes.map((given: { route: string }) => given.route)).toEqual([...rules.keys()].filter((path) => path !== '/*'));
  });
});

function readRules(text: string): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  let headers: string[] = [];
  for (const line of text.split('\n').filter(Boolean)) {
    if (line.startsWith('  ')) headers.push(line.trim());
    else rules.set(line, (headers = []));
  }
  return rules;
}

const nameOf = (header: string): string => header.slice(0, header.indexOf(':'));
