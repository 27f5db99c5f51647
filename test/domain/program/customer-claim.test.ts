import { describe, expect, it } from 'vitest';
import { clockOf, customerIdProblem } from '../../../src/domain/program/customer-claim';
import { cporFindings, type Cpor } from '../../../src/domain/program/cpor';
import { customerCaveat, fundingFindings, type Funding } from '../../../src/domain/program/funding';
import { blankRecord, programRows } from '../../../src/planner/program/program-rows';
import { CPOR, FUNDING } from '../../../src/storage/program/program-tables';

const cpor = (given: Partial<Cpor> = {}): Cpor => ({ ...blankRecord(CPOR), ...given });
const funding = (given: Partial<Funding> = {}): Funding => ({ ...blankRecord(FUNDING), ...given });
const said = (findings: readonly { message: string }[]): string[] => findings.map(({ message }) => message);

describe('a customer ID', () => {
  it.each([
    ['domain', 'contoso.onmicrosoft.com', true],
    ['domain', 'contoso', false],
    ['domain', '-a.com', false],
    ['tenant ID', '12345678-90ab-cdef-1234-567890ABCDEF', true],
    ['tenant ID', '12345678-90ab-cdef-1234-567890ABCDE', false],
    ['TPID', '1234567', true],
    ['TPID', '12a', false],
    ['', '1', false],
    ['domain', '', true],
  ] as const)('of type "%s" may be "%s": %s', (type, id, isRight) => expect(customerIdProblem(type, id) === null).toBe(isRight));
});

describe('the clock', () => {
  it('runs 14 days from when action is required, and in no other status', () => {
    expect(clockOf('Partner action required', '2022-03-31')?.due).toBe('2022-04-14');
    expect(clockOf('Partner action required', null)?.due).toBeNull();
    expect(clockOf('Submitted', '2022-03-31')).toBeNull();
  });
});

describe('an association', () => {
  it('warns that recognition only gives the incentive up', () =>
    expect(said(cporFindings(cpor({ isRecognitionOnly: true }), '2026-12-01'))).toContain(
      'Recognition only gives the incentive up: this association pays nothing.',
    ));

  it('needs an opportunity ID where pay is variable, and an email address that can be one', () => {
    const found = said(cporFindings(cpor({ isVariable: true, customerEmail: 'ann' }), '2026-12-01'));
    expect(found).toContain('Pay is variable, so the association needs an opportunity ID.');
    expect(found).toContain('"ann" isn\'t an email address of the customer.');
    expect(said(cporFindings(cpor({ isVariable: true, opportunityId: '7' }), '2026-12-01'))).not.toContain(
      'Pay is variable, so the association needs an opportunity ID.',
    );
  });

  it('lists what is not entered only while it can be edited', () => {
    expect(said(cporFindings(cpor(), '2026-12-01')).at(-1)).toMatch(/^Not entered yet: claim name, /);
    expect(cporFindings(cpor({ status: 'Approved' }), '2026-12-01')).toEqual([]);
  });
});

describe('partner-led funding', () => {
  it('is not approved until the final proof is accepted', () => {
    const sentence = 'Not approved until the final proof is accepted.';
    expect(said(fundingFindings(funding({ status: 'Approved', approved: 5 })))).toContain(sentence);
    expect(said(fundingFindings(funding({ finalProof: 'accepted' })))).not.toContain(sentence);
  });

  it('needs an estimate for AMM only', () => {
    const sentence = 'AMM needs an estimate of the Azure pricing calculator.';
    expect(said(fundingFindings(funding({ engagement: 'AMM PL: Factory VDI Migration' })))).toContain(sentence);
    expect(said(fundingFindings(funding({ engagement: 'Azure Innovate PL: Factory Analytics' })))).not.toContain(sentence);
  });

  it('has a caveat to the customer with the amount asked for', () =>
    expect(customerCaveat({ engagement: 'a migration', requested: 1_000_00 })).toMatch(
      /^We have applied for Microsoft funding of \$1,000\.00 for a migration\. Microsoft decides, and nothing is approved/,
    ));
});

it('nothing is read from a workbook without the tables', () =>
  expect(programRows(new Map())).toEqual({ eligibility: [], months: [], readiness: [], cpor: [], funding: [], troubles: [] }));
