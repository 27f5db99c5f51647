import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanningRead, PlanningState, Reading } from '../../../src/planner/store/planning-store';
import { awaitStart, TIMEOUT_MS, startScreen } from '../../../src/pane/shell/start-screen';
import { planningRead } from '../../support/planning-read';

const read = (some: Partial<PlanningRead>): PlanningState => ({
  step: 'read',
  read: planningRead({ hasPlan: false, ...some }),
  book: {} as Reading['book'],
  asOf: '2025-03-10',
  isToday: true,
  sheetDay: null,
});

describe('the screen to begin with', () => {
  it.each<[string, PlanningState, string | null]>([
    ['a workbook that is still read', { step: 'reading' }, null],
    ['one that cannot be read', { step: 'trouble', sentence: 'A cell is being edited.' }, 'functions'],
    ['a newcomer’s', read({}), 'functions'],
    ['one with a plan', read({ hasPlan: true }), 'today'],
    ['one with funds', read({ funds: [{} as PlanningRead['funds'][number]] }), 'today'],
    ['one with claims', read({ claims: [{} as PlanningRead['claims'][number]] }), 'today'],
  ])('of %s', (_what, state, screen) => {
    expect(startScreen(state)).toBe(screen);
  });
});

describe('waiting for it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A store whose workbook is being read. */
  function reading() {
    let state: PlanningState = { step: 'reading' };
    const listeners = new Set<() => void>();
    const decided: string[] = [];
    const store = {
      current: () => state,
      subscribe: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)),
    };
    const say = (next: PlanningState): void => {
      state = next;
      for (const listener of [...listeners]) listener();
    };
    return { store, say, decided, decide: (screen: string) => void decided.push(screen), listeners };
  }

  it('is not given up for a reading that takes seconds', () => {
    const { store, say, decided, decide } = reading();
    awaitStart(store, decide);
    vi.advanceTimersByTime(TIMEOUT_MS - 1);
    expect(decided).toEqual([]);
    say(read({ hasPlan: true }));
    expect(decided).toEqual(['today']);
  });

  it('ends with Functions where Excel does not answer, and a late answer swaps nothing', () => {
    const { store, say, decided, decide, listeners } = reading();
    awaitStart(store, decide);
    vi.advanceTimersByTime(TIMEOUT_MS);
    say(read({ hasPlan: true }));
    expect(decided).toEqual(['functions']);
    expect(listeners.size).toBe(0);
  });

  it('is decided at once, and once, where the workbook is read already', () => {
    const { store, say, decided, decide } = reading();
    say(read({}));
    awaitStart(store, decide);
    say(read({ hasPlan: true }));
    vi.advanceTimersByTime(TIMEOUT_MS);
    expect(decided).toEqual(['functions']);
  });
});
