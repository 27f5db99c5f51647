import { describe, expect, it } from 'vitest';
import { claimName } from '../../../src/domain/claims/claim-name';

describe('the name of a claim', () => {
  it.each<[string, string, `${number}-${number}-${number}` | null, string, string]>([
    ['S003’s example, with its invoice', 'M365 BP upsell web ad', '2022-05-27', 'INV5645', 'INV5645 M365 BP upsell web ad May'],
    ['a bare number', 'Print advertising', '2024-12-01', '5645', 'INV5645 Print advertising December'],
    ['a number of another kind', 'Print advertising', '2024-01-01', 'PO-12', 'PO-12 Print advertising January'],
    ['no number yet', 'Print advertising', '2024-01-01', ' ', 'INV… Print advertising January'],
    ['spaces around', ' Print advertising ', '2024-01-01', ' 12 ', 'INV12 Print advertising January'],
    ['a number with digits behind letters', 'Print', '2024-01-01', 'X1', 'X1 Print January'],
    ['no activity yet', ' ', null, '1', 'INV1'],
    ['no day yet', 'Print advertising', null, '', 'INV… Print advertising'],
  ])('%s', (_, activity, end, number, name) => expect(claimName(activity, end, number)).toBe(name));
});
