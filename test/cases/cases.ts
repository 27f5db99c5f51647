import { EARNINGS_CASES } from './earnings';
import { PERIODS_CASES } from './periods';
import { PLANNING_CASES } from './planning';
import { REPORTS_CASES } from './reports';
import { REPORT, type Argument, type Case } from './case';

// The worked cases of the sources as calls of COOP functions. Ids are those of the domain facts: T01 to T43, F1 to F8.
// `why` names the source or the contradiction.

const caseOf = (id: string, call: string, args: Argument[], gives: Case['gives'], why: string): Case => ({ id, call, args, gives, why });

const LABELS = 'labels follow from dates alone (C1)';
const PERIODS: Case[] = [
  caseOf('T01', 'PERIOD', ['2024-03-10'], 'FY24 H2', 'S001'),
  caseOf('T02', 'PERIOD', ['2024-06-30'], 'FY24 H2', 'S001, S003'),
  caseOf('T02', 'PERIOD', ['2024-07-01'], 'FY25 H1', 'S001, S003'),
  caseOf('T03', 'PERIOD', ['2022-12-31'], 'FY23 H1', 'S001'),
  caseOf('T03', 'PERIOD', ['2023-01-01'], 'FY23 H2', 'S001'),
  caseOf('T04', 'DEADLINE', ['FY24 H1', 'earning start'], '2023-07-01', 'S001, S003'),
  caseOf('T04', 'DEADLINE', ['FY24 H1', 'earning end'], '2023-12-31', 'S001, S003'),
  caseOf('T04', 'DEADLINE', ['FY24 H1', 'usage start'], '2024-01-01', 'S001, S003'),
  caseOf('T04', 'DEADLINE', ['FY24 H1', 'usage end'], '2024-06-30', 'S001, S003'),
  caseOf('T04', 'DEADLINE', ['FY24 H1', 'claim opens'], '2024-02-16', 'Learn’s window'),
  caseOf('T04', 'DEADLINE', ['FY24 H1'], '2024-08-15', 'S001, S003'),
  caseOf('T04', 'DEADLINE', ['FY24 H1', 'resolution'], '2024-09-30', 'S003'),
  caseOf('T05', 'DEADLINE', ['FY24 H2', 'usage start'], '2024-07-01', 'S001, S003'),
  caseOf('T05', 'DEADLINE', ['FY24 H2', 'claim opens'], '2024-08-16', 'Learn’s window'),
  caseOf('T05', 'DEADLINE', ['FY24 H2', 'claim'], '2025-02-15', 'S001, S003'),
  caseOf('T05', 'DEADLINE', ['FY24 H2', 'resolution'], '2025-03-31', 'S003, not 45 days after (C3)'),
  caseOf('T06', 'DEADLINE', ['FY23 H2'], '2024-02-15', 'S003'),
  caseOf('T06', 'DEADLINE', ['FY23 H2', 'resolution'], '2024-03-31', 'S003'),
  caseOf('T07', 'DEADLINE', ['2025-04-01', 'usage start'], '2025-07-01', 'S000'),
  caseOf('T07', 'DEADLINE', ['2025-04-01', 'usage end'], '2025-12-31', 'S000'),
  caseOf('T07', 'DEADLINE', ['2025-04-01'], '2026-02-15', 'S000'),
  caseOf('T07', 'DEADLINE', ['2025-04-01', 'resolution'], '2026-03-31', 'S000'),
  caseOf('T08', 'DEADLINE', ['FY22 H1'], '2022-08-15', 'S003 slide'),
  caseOf('T08', 'DEADLINE', ['FY22 H1', 'resolution'], '2022-09-30', 'S003 slide'),
  caseOf('T08', 'DEADLINE', ['FY22 H2'], '2023-02-15', 'S003 slide'),
  caseOf('T08', 'DEADLINE', ['FY22 H2', 'resolution'], '2023-03-31', 'S003 slide'),
  caseOf('T09', 'DEADLINE', ['FY26 H1', 'claim', 'usage'], '2026-02-15', 'S000'),
  caseOf('T09', 'DEADLINE', ['FY26 H1', 'resolution', 'usage'], '2026-03-31', 'S000'),
  caseOf('T09', 'DEADLINE', ['FY26 H1', 'claim', 'earning'], '2026-08-15', 'the other basis (C4)'),
  caseOf('T09', 'DEADLINE', ['FY26 H1', 'resolution', 'earning'], '2026-09-30', 'the other basis (C4)'),
  caseOf('T10', 'PERIOD', ['2019-03-10'], 'FY19 H2', LABELS),
  caseOf('T10', 'PERIOD', ['2019-09-01'], 'FY20 H1', LABELS),
  caseOf('T11', 'DEADLINE', ['FY20 H1', 'claim', 'usage'], '2020-02-15', 'a Saturday, not moved, and not February 14 (C2, C37)'),
  caseOf('T12', 'PERIOD', ['2020-01-15'], 'FY20 H2', 'S001'),
];

const ADS = 'Digital advertising';
const ACTIVITIES: Case[] = [
  caseOf('T13', 'INTIME', ['2024-08-15T23:59:59Z', 'FY24 H2', 'usage'], true, 'S000, S003'),
  caseOf('T13', 'INTIME', ['2024-08-16T00:00:00Z', 'FY24 H2', 'usage'], false, 'S000, S003'),
  caseOf('T14', 'ELIGIBLE', [ADS, '2024-01-01', '2024-01-31', 'FY24 H1'], true, 'S003'),
  caseOf('T14', 'CLAIMBY', ['2024-01-31', 'advised'], '2024-03-16', 'should within 45 days (C10)'),
  caseOf('T14', 'CLAIMBY', ['2024-01-31'], '2024-08-15', 'must by the deadline (C10)'),
  caseOf('T15', 'ELIGIBLE', [ADS, '2024-06-25', '2024-07-05'], false, 'an activity lies in one usage period'),
  caseOf('T15', 'ELIGIBLE', [ADS, '2024-06-25', '2024-07-05', 'FY24 H1'], false, 'nor does it fit the first'),
  caseOf('T15', 'ELIGIBLE', [ADS, '2024-06-25', '2024-07-05', 'FY24 H2'], false, 'nor the second'),
  caseOf('T16', 'ELIGIBLE', [ADS, '2024-07-10', '2024-07-12', 'FY24 H1'], false, 'S003'),
  caseOf('T16', 'ELIGIBLE', [ADS, '2024-07-10', '2024-07-12', 'FY24 H2'], true, 'it belongs to the usage period July to December'),
  caseOf('T17', 'INTIME', ['2024-01-20', 'FY24 H1'], true, 'before Learn’s window is no reason to refuse (C8)'),
  caseOf('T18', 'STAGE', ['FY24 H1', '2024-10-01'], 'closed', 'an open claim is non-compliant after September 30'),
  caseOf('T18', 'STAGE', ['FY24 H1', '2024-09-30'], 'resolution only', 'one day before'),
  caseOf('T19', 'DEADLINE', ['FY24 H1', 'retention'], '2026-08-15', 'the latest of three readings (C14)'),
];

const AZURE = 'Azure consumption CSP motion';
const DIRECT = 'CSP Direct Bill Partner';
const OCTOBER = 'S003';
const EARNINGS: Case[] = [
  caseOf('T20', 'SPLIT', [1500], [[900, 600]], 'S003 table'),
  caseOf('T21', 'EARN', [100000, AZURE, '2024-11-15'], 4000, OCTOBER),
  caseOf('T21', 'SPLIT', [4000, null, '2024-11-15', AZURE], [[2400, 1600]], OCTOBER),
  caseOf('T22', 'EARN', [10000, 'Azure CSP Customer Adds', '2024-11-15'], 1500, OCTOBER),
  caseOf('T22', 'SPLIT', [1500, null, '2024-11-15', 'Azure CSP Customer Adds'], [[1500, 0]], 'the one lever that is all rebate (C22)'),
  caseOf('T23', 'EARN', [80000, 'Core – Modern Work & Security billed revenue', '2024-11-15'], 3000, OCTOBER),
  caseOf('T23', 'SPLIT', [3000], [[1800, 1200]], OCTOBER),
  caseOf('T24', 'EARN', [20000, 'Core – Business Applications billed revenue', '2024-11-15'], 950, OCTOBER),
  caseOf('T24', 'SPLIT', [950], [[570, 380]], OCTOBER),
  caseOf('T25', 'SPLIT', [33.33], [[20, 13.33]], 'the co-op is rounded, the rebate is the rest (C33)'),
  caseOf('T26', 'SPLIT', [0.01], [[0.01, 0]], 'C33'),
  caseOf('T27', 'SPLIT', [-30], [[-18, -12]], 'C33'),
  caseOf('T28', 'SPLIT', [1000, null, '2022-10-31'], [[1000, 0]], 'co-op began on November 1, 2022 (C25)'),
  caseOf('T28', 'SPLIT', [1000, null, '2022-11-01'], [[600, 400]], 'S003'),
  caseOf('T29', 'SPLIT', [1000, null, '2019-12-31', null, DIRECT], [[1000, 0]], 'S002'),
  caseOf('T29', 'SPLIT', [1000, null, '2020-01-01', null, DIRECT], [[600, 400]], 'S002'),
  caseOf('T30', 'EARNRATE', ['Core - Modern Wok & Security billed revenue', '2024-11-15'], 0.0375, 'as misprinted (C23)'),
  caseOf('T30', 'EARNRATE', ['Core – Modern Work & Security billed revenue', '2024-11-15'], 0.0375, 'with its en dash'),
];

const THRESHOLDS: Case[] = [
  caseOf('T31', 'THRESHOLD', [9999.99, 'FY24 H2'], 0, 'S003'),
  caseOf('T31', 'THRESHOLD', [9999.99, 'FY24 H2', 'converted'], 9999.99, 'S003'),
  caseOf('T31', 'THRESHOLD', [10000, 'FY24 H2'], 10000, 'must meet (C6)'),
  caseOf('T32', 'THRESHOLD', [4000, 'FY20 H2', null, DIRECT], 0, 'must exceed (C6)'),
  caseOf('T32', 'THRESHOLD', [4000.01, 'FY20 H2', null, DIRECT], 4000.01, 'S002'),
  caseOf('T32', 'THRESHOLD', [5000, 'FY20 H2', null, DIRECT], 5000, 'S002'),
  caseOf('T33', 'THRESHOLD', [6000, 'FY24 H2', 'converted'], 6000, 'each Partner ID by itself (C26)'),
  caseOf('T34', 'THRESHOLD', [11000, 'FY24 H2'], 11000, 'all levers of one program'),
  caseOf('T35', 'THRESHOLD', [32400, 'FY24 H2'], 32400, 'the table, not the 32,500 of the text (C5)'),
  caseOf('T35', 'DEADLINE', ['FY24 H2', 'usage end'], '2024-12-31', 'used in FY25 H1'),
  caseOf('T36', 'THRESHOLD', [6000, 'FY24 H1', 'converted'], 6000, 'each half by itself'),
  caseOf('T36', 'THRESHOLD', [5000, 'FY24 H2', 'converted'], 5000, 'each half by itself'),
];

const PAYMENTS: Case[] = [
  caseOf('T37', 'PAYDATE', ['2022-10-15'], '2022-10-20', 'S003'),
  caseOf('T37', 'PAYDATE', ['2022-10-15', 'claim latest'], '2022-10-25', 'S003'),
  caseOf('T37', 'PAYDATE', ['2022-10-16'], '2022-11-20', 'S003'),
  caseOf('T37', 'PAYDATE', ['2022-10-16', 'claim latest'], '2022-11-25', 'S003'),
  caseOf('T38', 'PAYDATE', ['2024-12-16'], '2025-01-20', 'S003'),
  caseOf('T38', 'PAYDATE', ['2024-12-16', 'claim latest'], '2025-01-25', 'S003'),
  caseOf('T39', 'PAYDATE', ['2022-10-01', 'rebate'], '2022-12-15', 'S003'),
  caseOf('T39', 'PAYDATE', ['2024-02-10', 'rebate'], '2024-04-14', '45 days after the month (C17)'),
];

const PLANNING: Case[] = [
  caseOf('T40', 'CAP', ['Demo units', 20000], 3000, '3,000 or a tenth, whichever is more'),
  caseOf('T40', 'CAP', ['Demo units', 50000], 5000, '3,000 or a tenth, whichever is more'),
  caseOf('T41', 'CAP', ['Customer offers', 32400], 8100, 'a quarter'),
  caseOf('T41', 'CAP', ['Customer offers', 32400, null, null, 'Surface PC and Surface Hub ADD'], 32400, 'Surface partners may use all'),
  caseOf('T43', 'QUALIFIES', [25, 25000], true, 'S004'),
  caseOf('T43', 'QUALIFIES', [24, 30000], false, 'S004'),
  caseOf('T43', 'QUALIFIES', [25, 24999.99], false, 'S004'),
];

const REPORTS: Case[] = [
  caseOf('F1', 'ACCRUED', [REPORT, 'FY25 H1', '1234567'], 10020, 'repeats and an adjustment of -30.00 considered'),
  caseOf('F2', 'USABLE', [REPORT, 'FY25 H1', '1234567'], 10020, 'over the threshold'),
  caseOf('F2', 'DEADLINE', ['FY25 H1'], '2025-08-15', 'a Friday'),
  caseOf('F3', 'ACCRUED', [REPORT, 'FY25 H1', '1234567', 'rebate'], 15675, '600.00 of it from the lever that is all rebate'),
  caseOf('F4', 'ACCRUED', [REPORT, 'FY25 H1', '7654321'], 9999.99, 'a plain sum gives 12,199.98'),
  caseOf('F4', 'USABLE', [REPORT, 'FY25 H1', '7654321', 'converted'], 9999.99, 'and would wrongly pass the threshold'),
  caseOf('F5', 'ACCRUED', [REPORT, 'FY25 H2', '7654321'], 650, 'January 1, UTC, in every time zone'),
  caseOf('F6', 'ACCRUED', [REPORT, 'FY25 H1', '7654321', 'rebate'], 11700, 'US dollars, not 9,000 pounds'),
  caseOf('F7', 'ACCRUED', [REPORT, 'FY25 H1', '1234567', 'co-op', DIRECT], 0, 'a rollover is no co-op'),
  caseOf('F7', 'ACCRUED', [REPORT, 'FY25 H1', '1234567', 'rollover', DIRECT], 1250, 'listed by itself'),
];

/** The worked cases of the sources. */
const CASES: readonly Case[] = [...PERIODS, ...ACTIVITIES, ...EARNINGS, ...THRESHOLDS, ...PAYMENTS, ...PLANNING, ...REPORTS];

/** Every case: those of the sources first, then those that each function has beside them. */
export const ALL_CASES: readonly Case[] = [...CASES, ...PERIODS_CASES, ...EARNINGS_CASES, ...REPORTS_CASES, ...PLANNING_CASES];
