import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { localCertificate } from '../../src/workbench/certificate';

const root = mkdtempSync(join(tmpdir(), 'certificates-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('localCertificate', () => {
  const shared = join(root, 'shared');
  const fallback = join(root, 'fallback');

  it('makes a certificate for localhost where there is none, and does not call it trusted', async () => {
    const made = await localCertificate(fallback, shared);
    expect(new X509Certificate(made.cert).checkHost('localhost')).toBe('localhost');
    expect(made.trusted).toBe(false);
    expect(existsSync(fallback)).toBe(false);
  });

  it('keeps a valid one', async () => {
    const held = readFileSync(join(shared, 'localhost.crt'), 'utf8');
    expect((await localCertificate(fallback, shared)).cert).toBe(held);
  });

  it.each(['localhost.key', 'localhost.crt', 'ca.crt'])('makes another when %s is spoiled', async (name) => {
    const held = readFileSync(join(shared, 'localhost.crt'), 'utf8');
    writeFileSync(join(shared, name), 'spoiled');
    const made = await localCertificate(fallback, shared);
    expect(made.cert).not.toBe(held);
    expect(new X509Certificate(made.cert).checkHost('localhost')).toBe('localhost');
  });

  it('goes elsewhere when the home folder can’t be written', async () => {
    const blocked = join(root, 'blocked');
    writeFileSync(blocked, 'a file where the folder should be');
    await localCertificate(fallback, blocked);
    expect(existsSync(join(fallback, 'localhost.crt'))).toBe(true);
  });
});
