import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ASKED_FIRST, BUDGETS } from '../../src/build/budgets';
import { NOTICES } from '../../src/build/notices';
import { all, readXml } from '../support/manifest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = `${ROOT}.cache/production/`;
const URL_GIVEN = 'https://coop.example.com/add-in';

/** The build that is deployed, made as a deployer makes it, into a folder of its own. */
describe('npm run build with ADDIN_URL', () => {
  let built: ReturnType<typeof build>;
  beforeAll(() => {
    built = build(URL_GIVEN);
  });

  it('succeeds within its budgets, without a warning', () => {
    expect(built.output.match(/\w+ compiled .*/g)).toEqual(['functions compiled successfully', 'pane compiled successfully']);
    expect(built.status).toBe(0);
    expect(gzipSync(text('functions.js')).length).toBeLessThanOrEqual(BUDGETS.functions);
  });

  it('has each chunk by name that the budget of the pane counts', () => {
    const names = readdirSync(`${DIST}chunks`).map((file) => file.replace(/\..*/, ''));
    expect(names).toEqual(expect.arrayContaining(ASKED_FIRST));
  });

  it.each([
    'manifest.xml',
    'functions.json',
    'functions.js',
    'main.js',
    'taskpane.html',
    '_headers',
    'staticwebapp.config.json',
    'help/index.html',
  ])('leaves no address of a developer in %s', (file) => {
    expect(text(file)).not.toMatch(/localhost|127\.0\.0\.1|officejs\//);
  });

  it('backs every address of the manifest and every help link with a file', () => {
    const manifest = readXml(`${DIST}manifest.xml`);
    const named = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Url', 'Image']
      .flatMap((name) => all(manifest, name))
      .map(({ attributes }) => attributes['DefaultValue'])
      .filter((value) => value !== undefined);
    const helped = metadata().functions.map(({ helpUrl }) => helpUrl);
    expect(named.length).toBeGreaterThan(8);
    expect(helped.length).toBeGreaterThan(20);
    for (const address of [...named, ...helped]) {
      expect(address).toMatch(new RegExp(`^${URL_GIVEN}/`));
      expect(existsSync(DIST + address.slice(URL_GIVEN.length + 1)), address).toBe(true);
    }
  });

  it('loads office.js from Microsoft, then the functions, then the pane, each blocking and in the head', () => {
    const head = /<head>(.*)<\/head>/s.exec(text('taskpane.html'))![1]!;
    const scripts = [...head.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes!.replaceAll('"', '').trim());
    expect(scripts).toEqual(['src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js', 'src=functions.js', 'src=main.js']);
    expect(text('taskpane.html')).not.toMatch(/<style|\sstyle=|<script>|\son\w+=/);
  });

  it('hands out no source map, for the source is not deployed with it', () => {
    expect(existsSync(`${DIST}functions.js.map`)).toBe(false);
    expect(text('functions.js')).not.toContain('sourceMappingURL');
  });

  it('hands out its own license and that of every package it ships', () => {
    expect(text('LICENSE.txt')).toBe(readFileSync(`${ROOT}LICENSE`, 'utf8'));
    const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { dependencies: Record<string, string> };
    const named = [...text(NOTICES).matchAll(/^(\S+) (\S+)\nLicense: /gm)].map(([, name, version]) => `${name} ${version}`);
    // office.js comes from Microsoft; the components of Fluent UI are packages each; rules are checked with zod in tests only
    const { '@microsoft/office-js': _office, '@fluentui/react-components': _components, zod: _zod, ...shipped } = dependencies;
    expect(named).toEqual(expect.arrayContaining(Object.entries(shipped).map(([name, version]) => `${name} ${version}`)));
  });

  it('lets a function be called though its range holds an error', () => {
    expect(metadata()).toMatchObject({ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true });
  });

  it('registers every function of the metadata', () => {
    const registered: unknown[] = [];
    const associate = (functions: object): unknown => registered.push(...Object.keys(functions));
    runInNewContext(text('functions.js'), { CustomFunctions: { associate } });
    expect(registered.sort()).toEqual(
      metadata()
        .functions.map(({ id }) => id)
        .sort(),
    );
  });

  it('keeps functions.json as workbooks know it', async () => {
    // A changed id, argument or order breaks saved workbooks for the day that Excel caches this file: add a function instead.
    await expect(`${JSON.stringify(metadata(), null, 2)}\n`).toMatchFileSnapshot('functions.snapshot.json');
  });

  it('refuses an address that Excel would refuse, with a sentence', () => {
    const refused = build('http://coop.example.com');
    expect(refused.status).not.toBe(0);
    expect(refused.output).toContain('ADDIN_URL must begin with https://');
  });
});

interface Metadata {
  functions: { id: string; helpUrl: string }[];
}

const text = (file: string): string => readFileSync(DIST + file, 'utf8');
const metadata = (): Metadata => JSON.parse(text('functions.json')) as Metadata;

function build(url: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'node_modules/webpack/bin/webpack.js', '--mode', 'production'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ADDIN_URL: url, DIST_DIR: DIST, NODE_ENV: 'production' } },
  );
  return { status, output: (stdout + stderr).trim() };
}
