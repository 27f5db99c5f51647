import { describe, expect, it, vi } from 'vitest';
import { pageState } from '../../src/cells/page-state';

describe('the state of a page', () => {
  it('begins once, and is the same for all who name it', () => {
    const first = pageState('page-state.test', () => ({ count: 1 }));
    first.count++;
    expect(pageState('page-state.test', () => ({ count: 100 }))).toBe(first);
    expect(first.count).toBe(2);
  });

  it('is shared by two copies of the code, as functions.js and main.js hold one each', async () => {
    const here = await import('../../src/cells/context');
    vi.resetModules();
    const there = await import('../../src/cells/context');
    expect(there.provideContext).not.toBe(here.provideContext);
    here.forgetContext();
    expect(there.currentContext()).toBeNull();
    here.provideContext({ dateSystem: 1904, ownRules: [] });
    expect(there.serialShift()).toBe(1462);
    await there.contextSettled();
    here.forgetContext();
  });
});
