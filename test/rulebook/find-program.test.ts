import { describe, expect, it } from 'vitest';
import { findProgram, programNamed } from '../../src/rulebook/find-program';
import { fold } from '../../src/rulebook/names';
import { PROGRAMS, firstCoopDay } from '../../src/rulebook/rules/programs';

describe('findProgram', () => {
  it.each([
    ['MCI', 'Microsoft Commerce Incentives'],
    ['microsoft commerce incentives', 'Microsoft Commerce Incentives'],
    ['CSP 1T Direct Partner', 'CSP Direct Bill Partner'],
    ['csp direct – bill partner', 'CSP Direct Bill Partner'],
    ['CSP 2T Indirect Reseller', 'CSP Indirect Reseller'],
    ['CSP_Indirect_Reseller', 'CSP Indirect Reseller'],
    ['CSP 2T Indirect Provider', 'CSP Indirect Provider'],
    ['Mixed Reality ADR and DMP', 'Mixed Reality ADR & DMP'],
    ['ADR-HUB', 'Surface Hub ADR'],
    ['Managed reseller', 'Managed Reseller'],
    ['Microsoft Commercial Incentives', 'Microsoft Commerce Incentives'],
    ['Surface ADD - PC', 'Surface PC and Surface Hub ADD'],
    // as Microsoft's threshold table writes them
    ['Cloud Solution Provider (CSP) Direct Bill Partner', 'CSP Direct Bill Partner'],
    ['Cloud Solution Provider (CSP) Indirect Reseller', 'CSP Indirect Reseller'],
    ['Cloud Solution Provider (CSP) Indirect Provider', 'CSP Indirect Provider'],
    ['Surface PC and Surface Hub Authorized Device Distributor (ADD)', 'Surface PC and Surface Hub ADD'],
    ['OSU-Business Application', 'OSU - Business Applications'],
    ['OSU-Microsoft 365', 'OSU - Microsoft 365'],
    ['Online Services Advisory (OSA) Sell', 'Online Services Advisory (OSA) Sell'],
  ])('%s is %s', (text, program) => {
    expect(findProgram(text)).toBe(program);
  });

  it('an unknown name is not covered and names the nearest', () => {
    expect(() => findProgram(' CSP Indirekt Reseler ')).toThrow(
      expect.objectContaining({
        kind: 'not covered',
        message: expect.stringMatching(/^No program is called "CSP Indirekt Reseler"\. Did you mean "CSP Indirect Reseller"/) as string,
      }),
    );
  });

  it.each(['', '   ', '-'])('an empty text (%j) is bad input', (text) => {
    expect(() => findProgram(text)).toThrow(
      expect.objectContaining({
        kind: 'bad input',
        message: 'The program is empty. Omit it for Microsoft Commerce Incentives, or write its name.',
      }),
    );
  });

  it('programNamed does not mind a program we do not know', () => {
    expect(programNamed('Azure Incentives')).toBeNull();
  });
});

describe('program names', () => {
  it('lead to one program each', () => {
    const spellings = PROGRAMS.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(fold))]);
    expect(spellings.filter((spelling, i) => spellings.indexOf(spelling) !== i)).toEqual([]);
  });

  it.each([
    ['Microsoft Commerce Incentives', '2022-11-01'],
    ['CSP Direct Bill Partner', '2020-01-01'],
    ['CSP Indirect Reseller', '2020-01-01'],
    ['CSP Indirect Provider', null],
    ['OSU - Microsoft 365', null],
  ] as const)('%s earns co-op from %s', (program, day) => {
    expect(firstCoopDay(program)).toBe(day);
  });
});
