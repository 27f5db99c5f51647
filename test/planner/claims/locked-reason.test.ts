import { describe, expect, it } from 'vitest';
import { UNDONE } from '../../../src/domain/claims/claim';
import { reasonOf } from '../../../src/planner/claims/locked-reason';
import { claim, entry } from '../../support/records';

const rejected = entry({ from: 'under review', to: 'rejected', note: 'On Apr 2, 2025. Booth photo has no date' });
const asked = entry({ from: 'under review', to: 'action required', note: 'On Mar 2, 2025. The logo is missing' });

describe("Microsoft's reason", () => {
  it.each(['rejected', 'disputed'] as const)('stays while the claim is %s', (status) => {
    expect(reasonOf(claim({ status }), [asked, rejected])).toBe('Booth photo has no date');
  });

  it('is what it was once a dispute is undone', () => {
    const history = [rejected, entry({ from: 'rejected', to: 'disputed' }), entry({ from: 'disputed', to: 'rejected', note: UNDONE })];
    expect(reasonOf(claim({ status: 'rejected' }), history)).toBe('Booth photo has no date');
  });

  it('is the one before once its own entry is undone', () => {
    const moved = entry({ from: 'action required', to: 'rejected', note: 'Too late' });
    const history = [asked, moved, entry({ from: 'rejected', to: 'action required', note: UNDONE })];
    expect(reasonOf(claim({ status: 'action required' }), history)).toBe('The logo is missing');
  });

  it('is none of another claim, and none that no one recorded', () => {
    expect(reasonOf(claim({ status: 'rejected' }), [entry({ ...rejected, subject: 'C-BBBBBB' })])).toBeNull();
    expect(reasonOf(claim({ status: 'rejected' }), [rejected, entry({ from: 'disputed', to: 'rejected' })])).toBeNull();
    expect(reasonOf(claim({ status: 'submitted' }), [rejected])).toBeNull();
  });
});
