import { answers, BLANK, dateCell, errorCell, refusals, type Case } from './case';

const DAY = '2024-11-15';
const DIRECT = 'CSP Direct Bill Partner';
const ADDS = 'Azure CSP Customer Adds';
const AZURE = 'Azure consumption CSP motion';
const WORK = 'Core – Modern Work & Security billed revenue';

const EARNRATE: Case[] = [
  ...answers(
    'EARNRATE',
    (
      [
        ['T21', AZURE, 0.04],
        ['T22', ADDS, 0.15],
        ['T23', WORK, 0.0375],
        ['T24', 'Core – Business Applications billed revenue', 0.0475],
        ['T30', 'Core - Modern Wok & Security billed revenue', 0.0375],
        ['T30, en dash', 'core – modern wok & security billed revenue', 0.0375],
        ['C23', 'Global PSTN Calling and Conf Accelerator', 0.2],
        ['contract', 'M365: Global Strategic Product Accelerator - Tier 1', 0.05],
        ['contract', 'D365: Global Strategic Product Accelerator - Tier 1', 0.075],
        ['in full', 'Global Strategic Product Accelerator – Tier 2 (Business Central)', 0.1],
      ] as const
    ).flatMap(([what, lever, rate]) => [null, '2024-10-01', '2025-06-30', dateCell(DAY)].map((day) => [what, [lever, day], rate] as const)),
  ),
  ...refusals('EARNRATE', [
    ['the day before the verified window', [AZURE, '2024-09-30'], /^#N\/A .*Oct 1, 2024.*Jun 30, 2025/],
    ['the day after the verified window', [AZURE, '2025-07-01'], /^#N\/A .*Oct 1, 2024.*Jun 30, 2025/],
    [
      'a text that fits several rates',
      ['Global Strategic Product Accelerator – Tier 1'],
      /^#N\/A .*Business Premium, M365 E3.*Finance & Supply Chain/,
    ],
    ['a misspelled lever', ['Azure consumtion CSP motion'], /^#N\/A .*Azure consumption CSP motion/],
    ['an empty lever', [''], /^#VALUE! lever is missing/],
    ['a blank lever', [BLANK], /^#VALUE! lever is missing/],
    ['TRUE', [true], /^#VALUE! lever: TRUE isn't text/],
    ['a word for a day', [AZURE, 'yesterday'], /^#VALUE! date/],
    ['another program', [AZURE, null, DIRECT], /^#N\/A/],
  ]),
];

const EARN: Case[] = [
  ...answers('EARN', [
    ['rounded once, at the end', [0.334, ADDS], 0.05],
    ['half away from zero', [1.2, WORK], 0.05],
    ['half away from zero, below', [-1.2, WORK], -0.05],
    ['no dust: 1.1 × 0.15 = 0.165', [1.1, ADDS], 0.17],
    ['text', ['80000', WORK], 3000],
    ['an empty text', ['', ADDS], 0],
    ['a blank cell', [BLANK, ADDS], 0],
    ['a day from Excel', [100000, AZURE, dateCell(DAY)], 4000],
  ]),
  ...refusals('EARN', [
    ['revenue with separators', ['1.000,00', ADDS], /^#VALUE! revenue/],
    ['a day after the verified window', [100, ADDS, '2025-07-01'], /^#N\/A .*Jun 30, 2025/],
    ['no lever', [100, ''], /^#VALUE! lever/],
    ['a lever that pays on growth', [100, 'M365 Growth Acc.'], /^#VALUE! "M365 Growth Accelerator" pays on growth .*COOP\.EARNGROWTH\.$/],
    ['more than there is', [1e300, ADDS], /^#NUM!/],
    ['TRUE', [true, ADDS], /^#VALUE! revenue/],
  ]),
];

const GROWTH = 'M365 Growth Accelerator';
const EARNGROWTH = refusals('EARNGROWTH', [
  [
    'no verified rate',
    [12000, 10000, GROWTH, '2026-11-15'],
    /^#N\/A No earning rate is known for the lever "M365 Growth Accelerator"\. A rule pack/,
  ],
  ['nor on any other day', [12000, 10000, GROWTH], /^#N\/A No earning rate is known/],
  [
    'a lever that pays on all revenue',
    [12000, 10000, AZURE, DAY],
    /^#VALUE! "Azure consumption CSP motion" pays on all revenue, .*COOP\.EARN\.$/,
  ],
  ['a name that three areas have', [12000, 10000, 'Growth Acc.'], /^#N\/A .*fits 3 levers.*Azure Growth Accelerator/],
  ['an unknown lever', [12000, 10000, 'Grwth'], /^#N\/A No lever is called "Grwth"/],
  ['no lever', [12000, 10000, BLANK], /^#VALUE! lever is missing/],
  ['revenue with separators', ['12.000,00', 10000, GROWTH], /^#VALUE! revenue/],
  ['a baseline with separators', [12000, '10,000', GROWTH], /^#VALUE! baseline/],
  ['TRUE', [12000, true, GROWTH], /^#VALUE! baseline/],
  ['more than there is', [12000, 1e300, GROWTH], /^#NUM!/],
  ['a word for a day', [12000, 10000, GROWTH, 'yesterday'], /^#VALUE! date/],
  ['an unknown program', [12000, 10000, GROWTH, null, 'Contoso'], /^#N\/A/],
]);

const SPLIT: Case[] = [
  ...answers('SPLIT', [
    ['settled', [1.0125, 'co-op'], 0.4],
    ['T23', [3000, null, DAY, WORK], [[1800, 1200]]],
    ['a day from Excel', [1000, null, dateCell('2022-10-31')], [[1000, 0]]],
    ['text', ['1500'], [[900, 600]]],
    ['a blank cell', [BLANK], [[0, 0]]],
    ['blank cells', [1500, '', BLANK, '', BLANK], [[900, 600]]],
    ['never co-op', [1000, null, null, null, 'OSA'], [[1000, 0]]],
    ['the rebate', [1500, 'rebate'], 900],
    ['the co-op', [1500, 'co-op'], 600],
    ['without its hyphen', [1500, 'coop'], 600],
    ['in capitals, with a space', [1500, 'CO OP'], 600],
    ['both', [1500, 'both'], [[900, 600]]],
    ...(
      [
        ['40%', 600, 400],
        [0.25, 750, 250],
        [1, 0, 1000],
        ['0%', 1000, 0],
        ['33.3%', 667, 333],
      ] as const
    ).flatMap(([share, rebate, coop]) => [
      [`a co-op share of ${share} before any co-op`, [1000, null, '2022-10-31', null, null, share], [[rebate, coop]]] as const,
      [
        `a co-op share of ${share} wins over lever and program`,
        [1000, null, '2026-01-01', ADDS, 'CSP Indirect Provider', share],
        [[rebate, coop]],
      ] as const,
    ]),
  ]),
  ...refusals('SPLIT', [
    ['an amount with separators', ['1,234.50'], /^#VALUE! earning: "1,234\.50" isn't an amount\./],
    ['an amount with a comma', ['1.234,50'], /^#VALUE! earning: "1\.234,50" isn't an amount\./],
    ['TRUE', [true], /^#VALUE! earning: TRUE isn't an amount\./],
    ['another part', [1500, 'half'], /^#VALUE! part: "half" isn't one of the choices\. Write "both", "rebate", or "co-op"\./],
    ['a day written the American way', [1500, null, '12/31/2024'], /^#VALUE! date: "12\/31\/2024" isn't a date in the form year-month-day/],
    ['a program without a sourced split', [1500, null, null, null, 'CSP Indirect Provider'], /^#N\/A/],
    ['an unknown program', [1500, null, null, null, 'Contoso Partner Program'], /^#N\/A/],
    ['an unknown lever', [1500, null, null, 'No such lever'], /^#N\/A/],
    ['a lever after its verified window', [1500, null, '2026-01-01', ADDS], /^#N\/A/],
    ['a share of zero, which a blank cell is too', [1500, null, null, null, null, 0], /^#VALUE! coop_share is blank or zero/],
    ['a share above 1', [1500, null, null, null, null, 1.5], /^#NUM!/],
    ['an error', [errorCell('#DIV/0!')], /^#DIV\/0!/],
  ]),
];

const PARTS = ['usable', 'converted', 'shortfall', 'amount', 'status'] as const;

const THRESHOLD: Case[] = [
  ...answers(
    'THRESHOLD',
    (
      [
        ['T31', 9999.99, 'FY24 H2', null, [0, 9999.99, 0.01, 10000, 'converted']],
        ['T31', 10000, 'FY24 H2', null, [10000, 0, 0, 10000, 'usable (exactly at threshold)']],
        ['T32', 4000, 'FY20 H2', DIRECT, [0, 4000, 0.01, 4000, 'converted']],
        ['T32', 4000.01, 'FY20 H2', DIRECT, [4000.01, 0, 0, 4000, 'usable']],
        ['T32', 5000, 'FY20 H2', DIRECT, [5000, 0, 0, 4000, 'usable']],
        ['T33', 6000, 'FY24 H2', null, [0, 6000, 4000, 10000, 'converted']],
        ['T34', 11000, 'FY24 H2', null, [11000, 0, 0, 10000, 'usable']],
        ['T35', 32400, 'FY24 H2', null, [32400, 0, 0, 10000, 'usable']],
        ['negative: converted whole', -12, 'FY24 H2', null, [0, -12, 10012, 10000, 'converted']],
        ['half by a day from Excel', 10000, dateCell('2024-03-10'), null, [10000, 0, 0, 10000, 'usable (exactly at threshold)']],
        ['newest rule', 10000, null, null, [10000, 0, 0, 10000, 'usable (exactly at threshold)']],
        ['blank cells', BLANK, BLANK, null, [0, 0, 10000, 10000, 'converted']],
        ['$1,500 group', 1500, 'FY24 H2', 'Hosting', [1500, 0, 0, 1500, 'usable (exactly at threshold)']],
      ] as const
    ).flatMap(([what, accrued, half, program, shown]) =>
      PARTS.map((part, index) => [`${what}: ${part}`, [accrued, half, part, program], shown[index]!] as const),
    ),
  ),
  ...answers('THRESHOLD', [
    ['the usable co-op unless told otherwise', [12000, 'FY24 H2'], 12000],
    ['a met rule stays met', [5000, 'FY24 H2', 'status', null, 5000], 'usable (exactly at threshold)'],
    ['an exceeded rule stays exceeded', [5000, 'FY20 H2', 'shortfall', DIRECT, 5000], 0.01],
    ['no rule at all is met', [5000, 'FY24 H2', 'usable', 'OSA', 5000], 5000],
    ['before the first rule', [5000, 'FY20 H2', 'usable', null, 5000], 5000],
    ['the amount given', [5000, 'FY24 H2', 'amount', null, '7500.50'], 7500.5],
    ['a zero meant so', [1, 'FY24 H2', 'usable', null, '0'], 1],
  ]),
  ...refusals('THRESHOLD', [
    ['a threshold of zero, which a blank cell is too', [10000, 'FY24 H2', 'usable', null, 0], /^#VALUE! threshold is blank or zero/],
    ['a negative threshold', [10000, 'FY24 H2', 'usable', null, -5], /^#NUM!/],
    ['a bare half', [10000, 'H2'], /^#VALUE! .*opposite deadlines/],
    ['another part', [10000, 'FY24 H2', 'all'], /^#VALUE! part/],
    ['a program without a threshold', [10000, 'FY24 H2', 'usable', 'OSA'], /^#N\/A/],
    ['an unknown program', [10000, 'FY24 H2', 'usable', 'Contoso'], /^#N\/A/],
    ['an amount with separators', ['10.000,00', 'FY24 H2'], /^#VALUE! accrued/],
  ]),
];

const REVENUEFOR: Case[] = [
  ...answers('REVENUEFOR', [
    ['a cent of co-op at 3.75% and 40%', [0.01, WORK], 0.4],
    ['600 at 3.75% and 40%: a cent less earns 1,499.98', [600, WORK, DAY], 39999.6],
    ['600 as text', ['600', WORK, dateCell(DAY)], 39999.6],
    ['an own rate and an own share', [0.03, AZURE, null, null, 0.1, 0.3], 0.85],
    ['an own share over a lever that earns no co-op', [3, ADDS, DAY, null, null, '100%'], 19.97],
    ['no co-op at all', [0, WORK], 0],
    ['a blank cell', [BLANK, WORK], 0],
    ['no co-op of a lever that earns none', [0, ADDS, DAY], 0],
  ]),
  ...refusals('REVENUEFOR', [
    ['a lever that earns no co-op', [100, ADDS, DAY], /^#NUM! No revenue brings it/],
    ['a rate of nothing, meant so', [100, WORK, DAY, null, '0%'], /^#NUM! No revenue brings it/],
    ['a rate of zero, which a blank cell is too', [100, WORK, DAY, null, 0], /^#VALUE! rate is blank or zero/],
    ['a share of zero, which a blank cell is too', [100, WORK, DAY, null, null, 0], /^#VALUE! coop_share is blank or zero/],
    ['below zero', [-1, WORK], /^#NUM! coop is below zero/],
    ['more than can be kept', [90_000_000_000_000, WORK, DAY, null, '0.01%'], /^#NUM! The revenue is too large/],
    ['a day after the verified window', [600, WORK, '2025-07-01'], /^#N\/A .*Jun 30, 2025/],
    ['an unknown lever', [600, 'Contoso'], /^#N\/A/],
    ['no lever', [600, ''], /^#VALUE! lever/],
    ['TRUE', [true, WORK], /^#VALUE! coop/],
  ]),
];

/** Cases of the functions of earnings. */
export const EARNINGS_CASES: readonly Case[] = [...EARNRATE, ...EARN, ...EARNGROWTH, ...SPLIT, ...THRESHOLD, ...REVENUEFOR];
