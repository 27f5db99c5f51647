import { describe, expect, it } from 'vitest';
import { addinUrl, withAddinUrl } from '../../src/build/addin-url';

describe('ADDIN_URL', () => {
  it.each([
    [undefined, 'https://localhost:3000'],
    ['', 'https://localhost:3000'],
    ['https://coop.example.com', 'https://coop.example.com'],
    ['https://coop.example.com/', 'https://coop.example.com'],
    [' https://Coop.Example.com:8443/add-ins/coop// ', 'https://coop.example.com:8443/add-ins/coop'],
  ])('%j becomes %s', (given, url) => {
    expect(addinUrl(given)).toBe(url);
  });

  it.each([
    ['coop.example.com', 'ADDIN_URL must be an address such as https://coop.example.com, not "coop.example.com".'],
    [
      'http://coop.example.com',
      'ADDIN_URL must begin with https://, for Excel loads add-ins over https only; it is "http://coop.example.com".',
    ],
    [
      'https://coop.example.com/?v=1',
      'ADDIN_URL is the folder the add-in is served from, without ? or #; it is "https://coop.example.com/?v=1".',
    ],
    ['https://me:secret@coop.example.com', 'ADDIN_URL must not hold a user name or password.'],
  ])('%s is refused with a sentence', (given, message) => {
    expect(() => addinUrl(given)).toThrow(message);
  });

  it('takes the place of every development address', () => {
    expect(withAddinUrl('https://localhost:3000/a https://localhost:3000/b', 'https://x.example/c')).toBe(
      'https://x.example/c/a https://x.example/c/b',
    );
  });
});
