import { afterEach, describe, expect, it } from 'vitest';
import { faultsInEveryLook } from '../support/looks';
import { planInPane } from '../support/plan-in-pane';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** A partner plans against a half that is still being earned. */
describe('expected money', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));
  const { pane, button, main, group, card, openPlan, choose, days, field, save } = planInPane(() => workbench);

  it('can be planned against, and is marked, in Plan, Balance, and Allocate', async () => {
    workbench = await openWorkbench({ height: 1500, book: 'funds' });
    await openPlan('2024-12-10');
    await button('Add activity').click();
    await choose('Telemarketing');
    await days('2025-02-01', '2025-02-28');
    await field('Cost, USD').fill('12000');
    await expect
      .poll(main)
      .toContain(
        'Warning: Planned against expected money: $12,000.00 is $1,980.00 more than the $10,020.00 available so far. At the current pace, $10,020.00 is expected, $1,980.00 less than planned.',
      );
    await save();
    expect(await card('Telemarketing').innerText()).toMatch(/Planned[\s\S]*Warning: Planned against expected money: \$12,000\.00/);
    const fund = group('FY25 H1 · 1234567');
    // its report is complete, so nothing more is expected
    await expect
      .poll(() => fund.innerText())
      .toContain('Expected at the current pace: $10,020.00, all of it earned. Low case: $10,020.00.');
    expect(await fund.innerText()).toContain(
      "Planned, with drafts: $12,000.00. That compares with $10,020.00 above threshold so far and $10,020.00 expected. It's $1,980.00 more than expected.",
    );
    const beyond = 'Planned against expected money: $12,000.00 is $1,980.00 more than the $10,020.00 available so far.';
    expect(await fund.innerText()).toContain(beyond);
    expect(await fund.innerText()).toContain('$0.00 left');
    expect(await faultsInEveryLook(workbench, 'expected-plan')).toEqual([]);
    await pane().getByRole('tab', { name: 'Balance' }).click();
    await expect.poll(main).toContain('These amounts use only what is earned so far.');
    await expect.poll(main).toContain('Expected at the current pace: $10,020.00, all of it earned.');
    await expect.poll(main).toContain(beyond);
    expect(await faultsInEveryLook(workbench, 'expected-balance')).toEqual([]);
    await pane().getByRole('tab', { name: 'Activities' }).click();
    await button(/^Allocate FY25 H1 · 1234567/).click();
    await expect.poll(main).toContain('is free, of what is earned so far; expected co-op isn’t allocated.');
  });
});
