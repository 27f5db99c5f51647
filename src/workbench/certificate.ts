import { X509Certificate, createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates, isCaCertificateInstalled } from 'office-addin-dev-certs';

/** The certificate of https://localhost, and whether this machine trusts it. */
export interface LocalCertificate {
  cert: string;
  key: string;
  trusted: boolean;
}

const DAY_MS = 86_400_000;
/** Where office-addin-dev-certs keeps its files, so that its `install` trusts the certificate we use. */
const SHARED_DIR = join(homedir(), '.office-addin-dev-certs');
/** Where its Linux script puts the authority. The script's own check reports "installed" even if it isn't. */
const LINUX_TRUST = [
  '/usr/local/share/ca-certificates/office-addin-dev-certs/ca.crt',
  '/etc/ca-certificates/trust-source/anchors/office-addin-dev-certs-ca.crt',
];

/**
 * The localhost certificate of office-addin-dev-certs, created if none is valid, without prompts or sudo. If the home
 * folder isn't writable, it's in `fallbackDir`.
 */
export async function localCertificate(fallbackDir: string, sharedDir = SHARED_DIR): Promise<LocalCertificate> {
  for (const dir of [sharedDir, fallbackDir]) {
    const held = read(dir);
    if (held) return { ...held, trusted: dir === SHARED_DIR && isTrusted(dir) };
  }
  for (const dir of [sharedDir, fallbackDir]) {
    const made = await make(dir);
    if (made) return { ...made, trusted: false };
  }
  throw new Error(`No certificate for localhost could be written, neither to ${sharedDir} nor to ${fallbackDir}.`);
}

function read(dir: string): { cert: string; key: string } | null {
  try {
    const [ca, cert, key] = paths(dir).map((path) => readFileSync(path, 'utf8')) as [string, string, string];
    const leaf = new X509Certificate(cert);
    const authority = new X509Certificate(ca);
    const lasts = Math.min(Date.parse(leaf.validTo), Date.parse(authority.validTo)) - Date.now() > DAY_MS;
    const fits = leaf.checkPrivateKey(createPrivateKey(key)) && leaf.verify(authority.publicKey);
    return lasts && fits && leaf.checkHost('localhost') ? { cert, key } : null;
  } catch {
    return null;
  }
}

/** generateCertificates() writes nothing if an old authority exists, so the unusable files are deleted first. */
async function make(dir: string): Promise<{ cert: string; key: string } | null> {
  const [ca, cert, key] = paths(dir);
  try {
    for (const path of [ca, cert, key]) rmSync(path, { force: true });
    await generateCertificates(ca, cert, key);
    return read(dir);
  } catch {
    return null;
  }
}

function isTrusted(dir: string): boolean {
  try {
    if (process.platform !== 'linux') return isCaCertificateInstalled();
    const ca = readFileSync(paths(dir)[0], 'utf8').trim();
    return LINUX_TRUST.some((path) => existsSync(path) && readFileSync(path, 'utf8').trim() === ca);
  } catch {
    return false;
  }
}

function paths(dir: string): [ca: string, cert: string, key: string] {
  return [join(dir, 'ca.crt'), join(dir, 'localhost.crt'), join(dir, 'localhost.key')];
}
