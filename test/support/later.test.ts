import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { handedOn, handOn } from './later';

const folder = mkdtempSync(join(tmpdir(), 'later-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('waits for what is made, and takes nothing from an earlier run', async () => {
  const file = join(folder, 'made.json');
  await handOn(file, Promise.resolve('an earlier one'));
  let finish: (made: { url: string }) => void = () => undefined;
  const handing = handOn(file, new Promise<{ url: string }>((resolve) => (finish = resolve)));
  const taking = handedOn<{ url: string }>(file);
  expect(existsSync(file)).toBe(false);
  finish({ url: 'https://localhost:3000/' });
  await handing;
  expect(await taking).toEqual({ url: 'https://localhost:3000/' });
});

it('says to everyone who waits why it could not be made', async () => {
  const file = join(folder, 'failed.json');
  await handOn(file, Promise.reject(new Error('The add-in could not be built.')));
  await expect(handedOn(file)).rejects.toThrow('The add-in could not be built.');
  await expect(handedOn(file)).rejects.toThrow('The add-in could not be built.');
});
