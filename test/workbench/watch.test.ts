import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildEvents } from '../../src/workbench/build-events';
import { serveWorkbench } from '../../src/workbench/serve';
import { watchAddIn, watchPage } from '../../src/workbench/watch';

/** What npm run dev is made of, over sources of this test's own. */
describe('a changed source file', () => {
  let folder: string;
  let heard: string;
  let events: BuildEvents;
  const toStop: (() => Promise<unknown>)[] = [];
  const path = (...names: string[]) => join(folder, ...names);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'watch-'));
    heard = '';
    events = new BuildEvents();
    const server = await serveWorkbench({ port: 0, distDir: path('dist/'), pageDir: path('page/'), events });
    toStop.push(() => server.close());
    await new Promise<void>((resolve, reject) => {
      const asked = get({ host: 'localhost', port: server.port, path: '/workbench/builds', rejectUnauthorized: false }, (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream');
        response.on('error', () => undefined);
        response.on('data', (part: Buffer) => {
          heard += part.toString();
          resolve();
        });
      });
      asked.on('error', reject);
    });
  });
  afterEach(async () => {
    await Promise.all(toStop.splice(0).map((stop) => stop()));
    rmSync(folder, { recursive: true });
  });

  it('of the add-in is built, and the open page is told', async () => {
    writeFileSync(path('main.js'), 'console.log("before");');
    writeFileSync(
      path('config.mjs'),
      `export default (_, { mode }) => [{ mode, context: ${JSON.stringify(folder)}, entry: './main.js', output: { path: process.env.DIST_DIR } }];`,
    );
    toStop.push(await watchAddIn({ config: path('config.mjs'), distDir: path('dist/'), onRebuilt: () => events.tell('add-in') }));
    expect(readFileSync(path('dist/main.js'), 'utf8')).toContain('before');
    expect(heard).not.toContain('data:');
    writeFileSync(path('main.js'), 'console.log("after");');
    await expect.poll(() => heard).toMatch(/data: add-in\n\n$/);
    expect(readFileSync(path('dist/main.js'), 'utf8')).toContain('after');
  });

  it('of the workbench is built, and the open page is told', async () => {
    writeFileSync(path('index.html'), '<!doctype html>');
    writeFileSync(path('main.tsx'), 'console.log("before");');
    toStop.push(await watchPage({ source: `${folder}/`, pageDir: path('page/'), onRebuilt: () => events.tell('page') }));
    expect(readFileSync(path('page/page.js'), 'utf8')).toContain('before');
    writeFileSync(path('main.tsx'), 'console.log("after");');
    await expect.poll(() => heard).toMatch(/data: page\n\n$/);
    expect(readFileSync(path('page/page.js'), 'utf8')).toContain('after');
  });
});
