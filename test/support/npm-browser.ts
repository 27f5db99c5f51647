import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { ROOT } from '../../src/workbench/bundle';
import packed from '../../node_modules/@sparticuz/chromium/package.json' with { type: 'json' };

/** A Chromium that can be started: its program, the arguments it needs besides ours, and its environment. */
export interface Found {
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}

const BIN = `${ROOT}node_modules/@sparticuz/chromium/bin/`;
/** NSS opens no https page without libsqlite3, which neither a bare Linux nor this version of the package has. */
const BIN_WITH_SQLITE = `${ROOT}node_modules/chromium-with-sqlite/bin/`;

/** Where the packed browser is unpacked, once for each of its versions. */
export const UNPACKED = `${ROOT}.cache/chromium-${packed.version}/`;

/**
 * The browser that npm brings, for a Linux without one: unpacked beside all the libraries and fonts that a bare system lacks.
 * The package would do this itself, but into a folder that all users of a machine share, and only where it takes it for AWS.
 */
export async function browserFromNpm(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Edge or Chromium found, and npm brings one for Linux on x64 only: install one, or name it in CHROME_PATH.');
  }
  if (!existsSync(UNPACKED)) await unpack();
  nameFonts();
  return {
    executablePath: `${UNPACKED}chromium`,
    // a container has no sandbox, and no zygote without one
    args: ['--no-sandbox', '--no-zygote'],
    env: { LD_LIBRARY_PATH: `${UNPACKED}lib`, FONTCONFIG_FILE: `${UNPACKED}fonts.conf`, HOME: UNPACKED },
  };
}

/**
 * Names the folders of fonts: the packed file names those of AWS, and one from before this folder was moved or copied names
 * the former place. With these fonts alone, a page is as wide on every machine.
 */
function nameFonts(): void {
  const file = `${UNPACKED}fonts.conf`;
  const named = `<fontconfig><dir>${UNPACKED}fonts</dir><cachedir>${UNPACKED}fonts-cache</cachedir></fontconfig>`;
  if (existsSync(file) && readFileSync(file, 'utf8') === named) return;
  const draft = `${file}-${process.pid}`;
  writeFileSync(draft, named);
  renameSync(draft, file);
}

/** Another process may be unpacking as well: each into a draft of its own, and the first one stays. */
async function unpack(): Promise<void> {
  mkdirSync(`${ROOT}.cache`, { recursive: true });
  const draft = mkdtempSync(`${ROOT}.cache/chromium-`);
  try {
    const unpacked = (file: string): [NodeJS.ReadableStream, NodeJS.ReadWriteStream] => [createReadStream(file), createBrotliDecompress()];
    await pipeline([
      ...unpacked(`${BIN_WITH_SQLITE}al2.tar.br`),
      extract(draft, { ignore: (path) => /\.so/.test(path) && !path.endsWith('libsqlite3.so.0') }),
    ]);
    await pipeline([...unpacked(`${BIN}al2023.tar.br`), extract(draft)]);
    await pipeline([...unpacked(`${BIN}fonts.tar.br`), extract(join(draft, 'fonts'))]);
    await pipeline([...unpacked(`${BIN}chromium.br`), createWriteStream(join(draft, 'chromium'), { mode: 0o755 })]);
    // NSS takes the system's authorities where it finds any, and goes on without them; everywhere alike is without
    writeFileSync(join(draft, 'lib/libnssckbi.so'), '');
    renameSync(draft, UNPACKED);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(UNPACKED)) throw new Error(`The browser that npm brings could not be unpacked to ${UNPACKED}.`, { cause: error });
  }
}
