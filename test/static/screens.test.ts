import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PANE = fileURLToPath(new URL('../../src/pane/', import.meta.url));
const list = readFileSync(join(PANE, 'shell/screens.tsx'), 'utf8');
const entries = [...list.matchAll(/\{ name: '(\w+)', title: '(\w+)', Screen: (\w+)/g)].map(([, name, title, Screen]) => ({
  name,
  title,
  Screen,
}));

/** The files of the pane besides the list. */
const others = readdirSync(PANE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && file !== join('shell', 'screens.tsx'))
  .map((file) => ({ file, code: readFileSync(join(PANE, file), 'utf8') }));

describe('the list of screens', () => {
  it('has one entry for each screen', () => {
    expect(entries.map(({ name }) => name)).toEqual(['today', 'funds', 'plan', 'claims', 'program', 'functions', 'explain', 'rules']);
    expect(new Set(entries.flatMap(({ name, title, Screen }) => [name, title, Screen])).size).toBe(3 * entries.length);
  });

  it.each(entries)('alone knows the screen $title', ({ Screen }) => {
    const knowing = others.filter(
      ({ code }) => new RegExp(`<${Screen}\\b`).test(code) || new RegExp(`import[^;]*\\b${Screen}\\b[^;]*from`).test(code),
    );
    expect(knowing.map(({ file }) => file)).toEqual([]);
  });

  it('is what tabs, address, and frame draw from: they name no screen but where the pane begins', () => {
    const named = others
      .filter(({ file }) => file.startsWith('shell'))
      .flatMap(({ file, code }) =>
        [...code.matchAll(/\bscreen === '(\w+)'|\b(today|funds|claims|program|explain|rules): /g)].map(([text]) => `${file}: ${text}`),
      );
    // the first steps are about functions
    expect(named).toEqual(["shell/app.tsx: screen === 'functions'", "shell/funds-tab.tsx: screen === 'funds'"]);
  });
});
