import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showExplain } from '../../src/runtime/commands';

const page = globalThis as { location?: unknown; Office?: unknown };

beforeEach(() => {
  vi.useFakeTimers();
  page.location = { hash: '' };
});
afterEach(() => {
  vi.useRealTimers();
  delete page.location;
  delete page.Office;
});

// An add-in from the Marketplace does not open its pane by itself; what Excel answers then is not known.
it.each([
  ['opens the pane', () => Promise.resolve()],
  ['answers and does nothing', () => Promise.resolve()],
  ['refuses', () => Promise.reject(new Error('no'))],
  ['never answers', () => new Promise<void>(() => undefined)],
])('Explain cell asks for its screen and lets the button go where Excel %s', async (_what, showAsTaskpane) => {
  page.Office = { addin: { showAsTaskpane } };
  const pressed = showExplain();
  await vi.advanceTimersByTimeAsync(3_000);
  await expect(pressed).resolves.toBeUndefined();
  expect(page.location).toEqual({ hash: 'explain' });
});
