import { describe, expect, it } from 'vitest';
import { httpsLink } from '../../../src/domain/claims/https-link';

describe('the link of a claim', () => {
  it.each([
    ['https://partner.microsoft.com/claims/12', 'https://partner.microsoft.com/claims/12'],
    ['  HTTPS://partner.microsoft.com/a b  ', 'https://partner.microsoft.com/a%20b'],
  ])('%o is opened', (text, address) => expect(httpsLink(text)).toBe(address));
  it.each([
    '',
    '12345',
    'partner.microsoft.com/claims/12',
    'http://partner.microsoft.com/claims/12',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hi',
    'file:///c:/claims.htm',
    'ms-excel:ofv|u|https://example.com',
    'https://',
    '//example.com',
  ])('%o is not', (text) => expect(httpsLink(text)).toBeNull());
});
