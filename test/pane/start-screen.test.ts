import { describe, expect, it } from 'vitest';
import type { PlanningRead, PlanningState } from '../../src/pane/planning/planning-store';
import { startScreen } from '../../src/pane/start-screen';
import { USUAL_SETTINGS } from '../../src/storage/settings-table';

const NOTHING: PlanningRead = { activities: [], claims: [], history: [], settings: USUAL_SETTINGS, funds: [], troubles: [], hasPlan: false, lost: [], today: null, earnings: null };
const read = (some: Partial<PlanningRead>): PlanningState => ({ step: 'read', said: null, read: { ...NOTHING, ...some } });

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
