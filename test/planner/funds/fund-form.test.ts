import { describe, expect, it } from 'vitest';
import { fundNamed } from '../../../src/rulebook/name-keys';
import { blankFundForm, halvesToEnter, PROGRAMS_TO_ENTER, readFundForm } from '../../../src/planner/funds/fund-form';
import { planningOn, settled } from '../../support/planning';
import { provideContext } from '../../../src/cells/context';

provideContext({ dateSystem: 1900, ownRules: [] });

const MCI = 'Microsoft Commerce Incentives';
const FORM = { partnerId: ' 01234567 ', program: MCI, half: 'FY26 H2', coop: '$20,000.50' };
const FUND = fundNamed('1234567', MCI, { fiscalYear: 2026, half: 2 });

describe('a fund entered by hand', () => {
  it('starts with the half that can be used now', () => {
    expect(blankFundForm('2026-11-29')).toEqual({ partnerId: '', program: MCI, half: 'FY26 H2', coop: '' });
    expect(halvesToEnter('2026-11-29')).toEqual(['FY27 H1', 'FY26 H2', 'FY26 H1']);
  });

  it('is read to the cent, of the default program', () => {
    expect(readFundForm(FORM, [])).toEqual({
      value: { fund: { ...FUND, partnerId: '01234567' }, coop: 2_000_050 },
      mistakes: new Map(),
    });
  });

  it('may be of any program with co-op that our sources list, each with its own fund', async () => {
    expect(PROGRAMS_TO_ENTER).toEqual([
      MCI,
      'CSP Direct Bill Partner',
      'CSP Indirect Reseller',
      'CSP Indirect Provider',
      'Authorized Distributor - EduWins',
      'Authorized Distributor - Software',
      'Hosting',
      'IoT Channel Incentive',
      'Mixed Reality ADD',
      'Mixed Reality ADR & DMP',
      'OEM Reseller - Software',
      'Surface PC and Surface Hub ADD',
      'Surface Hub ADR',
      'Managed Reseller',
    ]);
    const { store, read } = planningOn();
    store.setAsOf('2026-11-29');
    await store.readAgain();
    for (const program of [MCI, 'Surface Hub ADR']) {
      const { value } = readFundForm({ ...FORM, program }, read().fundDetails);
      expect(await store.enterFund(value!, 'Entered it.')).toMatchObject({ outcome: 'saved' });
      await settled();
    }
    expect(read().fundDetails.map(({ program, coop }) => [program, coop])).toEqual([
      [MCI, 2_000_050],
      ['Surface Hub ADR', 2_000_050],
    ]);
  });

  it.each([
    [{ partnerId: '' }, 'partnerId', 'Enter one Partner ID, such as 1234567.'],
    [{ partnerId: 'US' }, 'partnerId', 'Enter one Partner ID, such as 1234567.'],
    [{ partnerId: '1234567 or 7654321' }, 'partnerId', 'Enter one Partner ID, such as 1234567.'],
    [{ partnerId: '1.23E+6' }, 'partnerId', 'Enter one Partner ID, such as 1234567.'],
    [{ half: '' }, 'half', 'Choose the half in which the co-op was earned.'],
    [{ coop: '' }, 'coop', 'Enter an amount above 0, such as 20000.'],
    [{ coop: '0' }, 'coop', 'Enter an amount above 0, such as 20000.'],
    [{ coop: '-5' }, 'coop', 'Enter an amount above 0, such as 20000.'],
    [{ coop: '20k' }, 'coop', '"20k" can\'t be read: it\'s rounded. Enter the amount to the cent.'],
  ] as const)('%j is refused', (change, field, sentence) => {
    const { value, mistakes } = readFundForm({ ...FORM, ...change }, []);
    expect(value).toBeNull();
    expect([...mistakes]).toEqual([[field, sentence]]);
  });

  it('is there at once, isn’t entered twice, and is taken back by name', async () => {
    const { store, tables, read } = planningOn();
    store.setAsOf('2026-11-29');
    await store.readAgain();
    const { value } = readFundForm(FORM, read().fundDetails);
    const saved = await store.enterFund(value!, 'Entered $20,000.50.');
    await settled();
    expect(saved).toMatchObject({ outcome: 'saved', undo: { sentence: 'Entered $20,000.50.' } });
    expect(read().fundDetails).toMatchObject([
      { partnerId: '01234567', program: MCI, coop: 2_000_050, usable: 2_000_050, stage: 'usage', isTyped: true },
    ]);
    expect([...readFundForm({ ...FORM, partnerId: 'MPN 1234567' }, read().fundDetails).mistakes]).toEqual([
      ['half', 'The workbook has this fund already, with $20,000.50 of co-op. Change it in the table CoopFunds.'],
    ]);
    tables.writes = 0;
    expect(await store.enterFund({ fund: FUND, coop: 1 }, 'Entered it.')).toMatchObject({
      outcome: 'trouble',
      sentence: 'The workbook has this fund by now, so nothing was written. See its row in the table CoopFunds.',
    });
    expect(tables.writes).toBe(0);
    await store.undoable.at(-1)!.run();
    expect(read().fundDetails).toEqual([]);
  });
});
