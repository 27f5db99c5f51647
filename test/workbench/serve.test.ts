import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFile } from '../../src/build/headers';
import { serveWorkbench } from '../../src/workbench/serve';
import type { WorkbenchServer } from '../../src/workbench/serve';

const distDir = `${mkdtempSync(join(tmpdir(), 'dist-'))}/`;
let server: WorkbenchServer;

beforeAll(async () => {
  mkdirSync(join(distDir, 'help'));
  writeFileSync(join(distDir, '_headers'), headersFile());
  writeFileSync(join(distDir, 'taskpane.html'), 'the pane');
  writeFileSync(join(distDir, 'functions.json'), '{}');
  server = await serveWorkbench({ port: 0, distDir });
});
afterAll(async () => {
  await server.close();
  rmSync(distDir, { recursive: true });
});

function ask(path: string, port = server.port): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path, rejectUnauthorized: false }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject);
  });
}

describe('serveWorkbench', () => {
  it('serves the built add-in with the headers that ship', async () => {
    const { status, headers, body } = await ask('/taskpane.html');
    expect([status, body]).toEqual([200, 'the pane']);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect((await ask('/functions.json')).headers['access-control-allow-origin']).toBe('*');
  });

  it.each([
    ['/', 302],
    ['/workbench', 302],
    ['/officejs/office.js', 200],
    ['/nothing-here.js', 404],
    ['/../package.json', 404],
    ['/%2e%2e/package.json', 404],
  ])('answers %s with %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('takes the next free port when one is taken', async () => {
    const second = await serveWorkbench({ port: server.port, distDir });
    expect(second.port).toBeGreaterThan(server.port);
    expect((await ask('/taskpane.html', second.port)).body).toBe('the pane');
    await second.close();
  });
});
