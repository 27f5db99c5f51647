import { afterEach, describe, expect, it } from 'vitest';
import { writeClaims } from '../support/tables-in-sheet';
import { closeSound, openWorkbench, type Workbench } from '../support/workbench';

/** Microsoft's deadlines end with a day in UTC. People elsewhere read when that is on their own clock. */
describe('a deadline, in a time zone other than UTC', () => {
  let workbench: Workbench;
  afterEach(() => closeSound(workbench));

  it.each([
    // summer time, four hours behind
    ['America/New_York', '(7:59 PM your time)'],
    // thirteen hours ahead: the next day
    ['Pacific/Apia', '(Aug 16, 2025, 12:59 PM your time)'],
  ])(
    'in %s, is said in the time there, too: on the card of a fund, in the list of claims, and on the page of a claim',
    async (timeZone, there) => {
      workbench = await openWorkbench({ book: 'funds', timeZone });
      const { pane } = workbench;
      await writeClaims(workbench, [
        {
          ID: 'C-INV001',
          'Claim name': 'INV1',
          Status: 'editing',
          Activity: 'Telemarketing',
          'Partner ID': '1234567',
          Program: 'Microsoft Commerce Incentives',
          'Fiscal half': 'FY25 H1',
        },
      ]);
      await workbench.screen('Funds');
      await pane.getByLabel('As of').fill('2025-07-10');
      await pane.getByText(`Aug 15, 2025, 23:59:59 UTC ${there}`).first().waitFor();
      await workbench.screen('Claims');
      const until = `Aug 15, 2025 (Friday), 23:59:59 UTC ${there}`;
      expect(await pane.getByRole('article').first().innerText()).toContain(`Submit by ${until}. 36 days left.`);
      await pane.locator('#open-C-INV001').click();
      await pane.locator('h2#claim').waitFor();
      await pane
        .getByRole('heading', { name: /^Dates/ })
        .getByRole('button')
        .click();
      await pane.getByText('Claim deadline').first().waitFor();
      const page = await pane.locator('main').innerText();
      expect(page).toContain(`Submit by ${until}. 36 days left.`);
      expect(page).toMatch(new RegExp(`Claim deadline\\s+${until.replace(/[()]/g, '\\$&')}`));
      await workbench.screenshot(`local-time-${timeZone.replace('/', '-')}`);
    },
  );
});
