import { describe, expect, it } from 'vitest';
import { headersFile } from '../../src/build/headers';
import { headersFor, readHeaderRules } from '../../src/workbench/headers';

const rules = readHeaderRules(headersFile());
const headersOf = (path: string) => Object.fromEntries(headersFor(path, rules).map(([name, value]) => [name.toLowerCase(), value]));

describe('headersFor', () => {
  it('sends the policy that ships, with this server in the place of Microsoft', () => {
    const policy = headersOf('/taskpane.html')['content-security-policy']!.split('; ');
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy.join()).not.toContain('unsafe');
    expect(policy.join()).not.toContain('https:');
  });

  it.each([
    ['/functions.json', 'access-control-allow-origin', '*'],
    ['/taskpane.html', 'x-content-type-options', 'nosniff'],
    ['/taskpane.html', 'access-control-allow-origin', undefined],
  ])('%s has %s: %s', (path, name, value) => {
    expect(headersOf(path)[name]).toBe(value);
  });
});
