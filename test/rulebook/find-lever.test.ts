import { describe, expect, it } from 'vitest';
import { findLever, leversNamed } from '../../src/rulebook/find-lever';
import { LEVERS } from '../../src/rulebook/rules/levers';

const MCI = 'Microsoft Commerce Incentives';
const M365_CORE = 'Core – Modern Work & Security billed revenue';
const TIER_1_M365 = 'Global Strategic Product Accelerator – Tier 1 (Business Premium, M365 E3)';
const TIER_1_D365 = 'Global Strategic Product Accelerator – Tier 1 (Finance & Supply Chain)';

describe('findLever', () => {
  it.each(LEVERS.map(({ name, program }) => [name, program] as const))('finds "%s" of %s by its own name', (name, program) => {
    expect(findLever(name, program)).toMatchObject({ name, program });
  });

  it('finds a lever under an earlier program that has a rate for it', () => {
    expect(findLever('Core – Azure', 'CSP Indirect Reseller')).toMatchObject({
      name: 'Azure consumption CSP motion',
      program: 'CSP Indirect Reseller',
    });
    expect(() => findLever('Azure AI accelerator', 'CSP Indirect Reseller')).toThrow('belongs to Microsoft Commerce Incentives');
  });

  it.each([
    ['T30, C23', 'Core - Modern Wok & Security billed revenue', M365_CORE],
    ['T30', 'Core – Modern Work & Security billed revenue', M365_CORE],
    ['T30', 'core — modern work and security  billed revenue', M365_CORE],
    ['C23', 'Customer add - Modern Wok & Security billed revenue', 'Customer add – Modern Work & Security billed revenue'],
    ['C23', 'Global PSTN Calling and Conf Accelerator', 'Global Calling and Conference PSTN Accelerator'],
    ['C23', 'CSP motion Azure plan', 'Azure consumption CSP motion'],
    ['C23', 'M365 cust add new commerce CSP', 'Customer add – Modern Work & Security billed revenue'],
    ['C23', 'D365 cust add new commerce CSP', 'Customer add – Business Applications billed revenue'],
    ['C23', 'M365 Cust Add New Commerce CSP – Indirect Reseller', 'Customer add – Modern Work & Security billed revenue'],
    ['prefix', 'M365: Global Strategic Product Accelerator - Tier 1', TIER_1_M365],
    ['prefix', 'm365:global strategic accelerator – tier 1', TIER_1_M365],
    ['prefix', 'D365: Global Strategic Accelerator - Tier 1', TIER_1_D365],
    ['prefix', 'Dynamics 365: Tier 1', TIER_1_D365],
    ['prefix', 'M365 new commerce CSP: Global Strategic Product Accelerator - Tier 1', TIER_1_M365],
    ['prefix', 'Dynamics 365 new commerce CSP indirect reseller – Global Strategic Product Accelerator – Tier 1', TIER_1_D365],
    ['prefix', 'M365: Core', M365_CORE],
    ['later lists', 'M365 CSP Core', M365_CORE],
    ['later lists', 'M365 Growth Acc.', 'M365 Growth Accelerator'],
    ['later lists', 'Azure Growth Acc.', 'Azure Growth Accelerator'],
    ['later lists', 'M365: Strategic Acc. Tier 1', TIER_1_M365],
    [
      'later lists',
      'Azure Reservations & SP',
      'Azure Reservation and Savings Plan Incentive (Includes ACR from Reserved Instance and Azure Savings Plan)',
    ],
    ['prefix', 'Azure: Customer add', 'Azure CSP Customer Adds'],
    ['prefix', 'Azure CSP motion incentive: CSP motion Azure plan', 'Azure consumption CSP motion'],
    ['prefix', `M365: ${TIER_1_M365}`, TIER_1_M365],
  ])('%s: "%s" is %s', (_, text, name) => {
    expect(findLever(text, MCI).name).toBe(name);
  });

  it.each([
    ['Global Strategic Product Accelerator – Tier 1', [TIER_1_M365, TIER_1_D365]],
    ['Global Strategic Accelerator - Tier 1', [TIER_1_M365, TIER_1_D365]],
    [
      'Global Strategic Product Accelerator - Tier 2',
      [
        'Global Strategic Product Accelerator – Tier 2 (M365 E5, Copilot)',
        'Global Strategic Product Accelerator – Tier 2 (Business Central)',
      ],
    ],
    ['Growth Accelerator', ['Azure Growth Accelerator', 'M365 Growth Accelerator', 'D365 Growth Accelerator']],
    ['Core', [M365_CORE, 'Core – Business Applications billed revenue']],
  ])('"%s" fits several levers: not covered, with the full names and the prefix that settles it', (text, names) => {
    expect(leversNamed(text).map(({ name }) => name)).toEqual(names);
    for (const part of [...names, `${leversNamed(text)[0]!.area}: ${text}`]) {
      expect(() => findLever(text, MCI)).toThrow(
        expect.objectContaining({ kind: 'not covered', message: expect.stringContaining(part) as string }),
      );
    }
  });

  it.each([
    'Azure – Partner led – Partner Sell – Billing – Base Incentive – Direct Partner',
    'CSP Direct Partner: Core',
    'M365 Cust Add New Commerce CSP – Direct Bill',
    'D365 new commerce CSP - indirect provider: Tier 1',
    'Azure: Global Strategic Product Accelerator – Tier 1',
    'M365',
    'M365: Frontier accelerator',
  ])('"%s" is not covered: no source gives its rate', (text) => {
    expect(() => findLever(text, MCI)).toThrow(expect.objectContaining({ kind: 'not covered' }));
  });

  it('says how to settle a name that fits several', () =>
    expect(() => findLever(' Core ', MCI)).toThrow(
      `"Core" fits 2 levers. Write the full name, "${M365_CORE}" or "Core – Business Applications billed revenue", or put the solution area first, such as "M365: Core".`,
    ));

  it('a lever of the workbook is found by its program and name, and before those we hold', () => {
    const ownLever = (name: string, program: typeof MCI | 'Hosting' = MCI) => ({ name, program, aliases: [] });
    const others = [ownLever('Growth', 'Hosting'), ownLever('Another'), ownLever('Growth')];
    expect(findLever('GROWTH', MCI, others)).toBe(others[2]);
    expect(findLever('Core', MCI, [ownLever('core')])).toEqual(ownLever('core'));
    expect(findLever('M365: Core', MCI, others).name).toBe(M365_CORE);
  });

  it('an unknown lever names the nearest', () => {
    expect(() => findLever(' Azure consumtion motion ', MCI)).toThrow(
      /^No lever is called "Azure consumtion motion"\. Did you mean "Azure consumption CSP motion"/,
    );
  });

  it('a lever of another program is not covered', () => {
    expect(() => findLever('Azure CSP Customer Adds', 'CSP Direct Bill Partner')).toThrow(
      'belongs to Microsoft Commerce Incentives, not to CSP Direct Bill Partner',
    );
  });

  it('an empty text is bad input', () => {
    expect(() => findLever('  ', MCI)).toThrow(
      expect.objectContaining({ kind: 'bad input', message: 'The lever is empty. Write its name as in the earnings report.' }),
    );
  });
});
