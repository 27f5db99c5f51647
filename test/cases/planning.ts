import { answers, ANY_TEXT, BLANK, dateCell, errorCell, refusals, type Case, type SpilledCell } from './case';

const ADS = 'Digital advertising';
const SURFACE = 'Surface PC and Surface Hub ADD';
const CONFERENCE = 'Microsoft hosted conferences';
const MARCH = '2024-03-01';

// The lists of the guidebooks: FY21 to FY24, and FY25, which moved three activities and renamed the third category (C13).
const DEMAND = [
  'Print advertising',
  ADS,
  'Social media marketing',
  'Direct mail, email and mobile SMS',
  'Partner website and search engine optimization',
  'Microsoft syndicated content',
  'Multi-touch digital campaign',
  'Best practice development',
];
const MOVED = ['Migration services', 'Solution building with third parties'];
const SHOWS = 'Tradeshows and expositions';
const MARKET = ['Customer offers', 'Internal incentives and SPIFFs', 'On-site champ', 'Proof of concept'];
const PURCHASE = 'Employee purchase web set-up for customers';
const TRAINING = [
  'Microsoft AI Cloud Partner Program participation fee',
  'Microsoft exams and tuition',
  'Internal training and floor days',
  'On-demand training',
  CONFERENCE,
  'Product seeding and demo units',
];
const listOf = (category: string, names: readonly string[]): string[][] => names.map((name) => [category, name]);

const ACTIVITIES: Case[] = [
  ...answers('ACTIVITIES', [
    ['training, by its newest name', ['Partner Skilling'], listOf('Partner Skilling', TRAINING)],
    ['training, by its former name', ['Partner Readiness'], listOf('Partner Skilling', TRAINING)],
    ['training, in short, by the guidebook of 2024', ['Skilling', '2024-12-31'], listOf('Partner Readiness', TRAINING)],
    ['demand generation before the FY25 list', ['Demand Generation', '2024-12-31'], listOf('Demand Generation', [...DEMAND, ...MOVED])],
    ['demand generation of the FY25 list', ['demand-generation', '2025-01-01'], listOf('Demand Generation', [...DEMAND, SHOWS])],
    [
      'market development before the FY25 list',
      ['Market Development', dateCell('2024-12-31')],
      listOf('Market Development', ['Telemarketing', 'Customer seminars and bootcamps', SHOWS, ...MARKET, PURCHASE]),
    ],
    [
      'market development of the FY25 list',
      ['MARKET DEVELOPMENT', '2025-01-01'],
      listOf('Market Development', [...MOVED, 'Telemarketing', 'Customer seminars and bootcamps', ...MARKET, PURCHASE]),
    ],
    [
      'market development for Surface partners',
      ['Market Development', '2025-01-01', 'Surface'],
      listOf('Market Development', [...MOVED, 'Telemarketing', 'Customer seminars and bootcamps', ...MARKET]),
    ],
    [
      'all of the newest guidebook',
      [BLANK, BLANK, BLANK],
      [
        ...listOf('Demand Generation', [...DEMAND, SHOWS]),
        ...listOf('Market Development', [...MOVED, 'Telemarketing', 'Customer seminars and bootcamps', ...MARKET, PURCHASE]),
        ...listOf('Partner Skilling', TRAINING),
      ],
    ],
  ]),
  ...refusals('ACTIVITIES', [
    ['another category', ['Fun'], /^#N\/A.*Demand Generation/],
    ['a day before FY21', [null, '2019-01-01'], /^#N\/A.*Jan 1, 2019/],
    ['an error', [errorCell('#REF!')], /^#REF!/],
  ]),
];

const CATEGORY: Case[] = [
  ...answers('CATEGORY', [
    ['an activity of the newest guidebook', ['Print advertising', null], 'Demand Generation'],
    ['as the portal writes it', ['Demand Generation - Digital advertising', null], 'Demand Generation'],
    ['in any spelling, on a day from Excel', ['digital  ADVERTISING', dateCell('2024-03-10')], 'Demand Generation'],
    ['before the FY25 list', ['Migration services', '2024-12-31'], 'Demand Generation'],
    ['from the FY25 list on', ['Migration services', '2025-01-01'], 'Market Development'],
    ['from the FY25 list on', ['Solution building with third parties', '2025-01-01'], 'Market Development'],
    ['before the FY25 list', ['Tradeshows and expositions', '2024-12-31'], 'Market Development'],
    ['from the FY25 list on', ['Trade shows & expositions', '2025-01-01'], 'Demand Generation'],
    ['as misprinted', ['On-site chat', null], 'Market Development'],
    ['by its former category', ['Demo units', '2024-10-01'], 'Partner Readiness'],
    ['a blank day', ['Demo units', BLANK], 'Partner Skilling'],
    ['by its former name', ['MPN Participation', '2023-01-01'], 'Partner Readiness'],
  ]),
  ...refusals('CATEGORY', [
    ['an unknown activity', ['Digital adverts'], /^#N\/A.*Digital advertising/],
    ['an empty text', [''], /^#VALUE!/],
    ['a blank cell', [BLANK], /^#VALUE!/],
    ['a day before the first guidebook held', ['Print advertising', '2019-03-01'], /^#N\/A.*Jul 1, 2020/],
  ]),
];

const AGENCY = 'Fee - agency: Marketing services, including agency fees';
const CREATIVE = 'Fee - agency: Marketing and creative services, including agency fees';
const MEDIA = 'Third-party media placement';
const EVENT = [
  'Signage / display / printed materials',
  'Giveaways',
  AGENCY,
  'Fee - registration',
  'Fee - external speaker',
  'Fee - facility and equipment rental including Surface devices owned and managed by a third party',
  'Catering (excluding alcohol)',
];
const column = (...names: string[]): string[][] => names.map((name) => [name]);

const EXPENSES: Case[] = [
  ...answers('EXPENSES', [
    ['seminars', ['Customer seminars & bootcamps'], column(...EVENT)],
    ['trade shows', ['Trade shows & expositions'], column(...EVENT)],
    ['print', ['Print advertising'], column(MEDIA, 'Printed material', CREATIVE)],
    ['digital, as the portal writes it', ['Demand Generation - Digital advertising', '2024-03-10'], column(MEDIA, CREATIVE)],
    ['mail', ['Direct mail'], column('Database acquisition', 'Printed material', 'Postage', CREATIVE)],
    [
      'offers, on a day from Excel',
      ['Customer offers', dateCell('2025-03-10')],
      column('Signage / display / printed materials', 'Giveaways', AGENCY),
    ],
    [
      'the fields one row off: Employee purchase (C36)',
      ['Employee purchase'],
      column(
        AGENCY,
        'Programming/development: Programming and development fees',
        'Fee - service: Labor services provided by partner or third-party vendor in support of the web setup',
      ),
    ],
    ['one expense type alone', ['On-site champ'], 'Fees - services: Services provided by On-Site Champ resources'],
  ]),
  ...refusals('EXPENSES', [
    ...[
      'Social media marketing',
      'Migration services',
      'Best practice development',
      'Solution building',
      'On-demand training',
      'Demo units',
    ].map((name) => [`${name}: no source lists them`, [name], /^#N\/A.*check the guidebook/] as const),
    ['an unknown activity', ['Skywriting'], /^#N\/A/],
    ['no activity', [''], /^#VALUE!/],
  ]),
];

/** Kinds as the guidebook's sheet has them, in its order; requirements are in words of ours. */
const proofOf = (invoice: string, communication: number, metrics: number, core: number, ...rest: SpilledCell[][]): SpilledCell[][] => [
  ['Kind', 'Requirement'],
  [invoice, ANY_TEXT],
  ...Array<SpilledCell[]>(communication).fill(['Communication', ANY_TEXT]),
  ...Array<SpilledCell[]>(metrics).fill(['Metrics', ANY_TEXT]),
  ...Array<SpilledCell[]>(core).fill(['Core requirement', ANY_TEXT]),
  ...rest,
];

const PROOF: Case[] = [
  ...answers('PROOF', [
    ['seminars', ['Customer seminars'], proofOf('Invoice or CSR', 3, 1, 2)],
    ['print', ['Print advertising'], proofOf('Invoice or CSR', 1, 1, 2)],
    ['trade shows', ['Tradeshows', '2024-03-10'], proofOf('Invoice or CSR', 2, 1, 2)],
    [
      'the fields one row off: proof of concept (C36)',
      ['Proof of concept'],
      [...proofOf('Invoice or CSR', 1, 0, 1), ['Core requirement', 'Microsoft content']],
    ],
    ['the fields one row off: Employee purchase (C36)', ['Employee purchase', dateCell('2024-03-10')], proofOf('Invoice or CSR', 1, 0, 2)],
    [
      'the program’s own fee: Microsoft’s invoice',
      ['Program participation fee'],
      [
        ['Kind', 'Requirement'],
        ['Invoice', 'Original invoice from Microsoft'],
      ],
    ],
    [
      'exams: no statement of own costs',
      ['Exams and tuition'],
      [
        ['Kind', 'Requirement'],
        ['Invoice', 'Third-party invoice'],
        ['Communication', ANY_TEXT],
        ['Metrics', ANY_TEXT],
        ['Core requirement', ANY_TEXT],
      ],
    ],
    ['a sheet that sources only name', ['Social media marketing'], proofOf('Invoice or CSR', 1, 1, 2, ['Note', ANY_TEXT])],
  ]),
  ...refusals('PROOF', [
    ['an unknown activity', ['Skywriting'], /^#N\/A/],
    ['a blank activity', [BLANK], /^#VALUE!/],
  ]),
];

const CAP: Case[] = [
  ...answers('CAP', [
    ['never more than was earned', ['Demo units', 2000], 2000],
    ['Surface has no limit for demo units', ['Demo units', 50000, null, null, SURFACE], 50000],
    ['a quarter, to the cent', ['Internal incentives & SPIFFs', 100.02], 25.01],
    ['a half', ['On-site champ', 10000], 5000],
    ['an amount', ['Microsoft syndicated content', 32400], 18750],
    ['an amount above what was earned', ['Microsoft syndicated content', 10000], 10000],
    ['conferences: three people', [CONFERENCE, 32400], 15000],
    ['one of them', [CONFERENCE, 32400, 1], 5000],
    ['four of them', [CONFERENCE, 32400, 4], 15000],
    ['a blank cell', [CONFERENCE, 32400, BLANK], 15000],
    ['what was earned', [CONFERENCE, 12000, 3], 12000],
    ['uncapped', [ADS, 32400.55], 32400.55],
    ['nothing earned', ['Customer offers', BLANK], 0],
    ['text amounts', ['Customer offers', '400'], 100],
  ]),
  ...refusals('CAP', [
    ['a negative amount', ['Customer offers', -1], /^#NUM!/],
    ['negative attendees', [CONFERENCE, 100, -1], /^#NUM!/],
    ['half an attendee', [CONFERENCE, 100, 1.5], /^#VALUE!/],
    ['an unknown activity', ['Skywriting', 100], /^#N\/A/],
    ['amounts with separators', ['Customer offers', '1,000'], /^#VALUE!/],
    ['a day before the first rule', ['Customer offers', 100, null, '2019-01-01'], /^#N\/A/],
  ]),
];

const ELIGIBLE: Case[] = [
  ...answers('ELIGIBLE', [
    ['a date for the half is when it was earned', [ADS, '2024-07-10', null, '2024-06-30'], true],
    ['the first and last day', [ADS, dateCell('2024-01-01'), dateCell('2024-06-30', 0.9), 'FY24 H1'], true],
    ['a year apart', [ADS, '2024-01-01', '2025-01-01'], false],
    ['blank cells', [ADS, MARCH, BLANK, '', BLANK], true],
    ['a program that may not', ['Employee purchase web setup', MARCH, null, null, SURFACE], false],
    ['one that may', ['Employee purchase web setup', MARCH], true],
    ['only one program may', ['TV/radio', MARCH, null, null, SURFACE], true],
    ['and others not', ['TV/radio', MARCH], false],
    ['not yet in the guidebook', ['TV/radio', '2023-06-30', null, null, SURFACE], false],
    ['a program that never has co-op', [ADS, MARCH, null, null, 'OSA'], false],
  ]),
  ...refusals('ELIGIBLE', [
    ['an end before the start', [ADS, '2024-03-02', '2024-03-01'], /^#VALUE! end, Mar 1, 2024, is before start/],
    ['no start', [ADS, ''], /^#VALUE!/],
    ['no activity', ['', MARCH], /^#VALUE!/],
    ['an unknown activity', ['Skywriting', MARCH], /^#N\/A/],
    ['a day before the first guidebook held', [ADS, '2019-03-01'], /^#N\/A.*Jul 1, 2020/],
    ['a bare half', [ADS, MARCH, null, 'H1'], /^#VALUE!/],
    ['a day in no year', [ADS, 5], /^#NUM!/],
  ]),
];

const CHECK: Case[] = [
  ...answers('CHECK', [
    ['nothing but a name and a day', [ADS, MARCH], 'OK'],
    ['all inside its limits', [ADS, MARCH, '2024-03-31', 5000, 32400, 20000, 'FY24 H1'], 'OK'],
    ['blank cells', [ADS, MARCH, '', BLANK, null, null, '', BLANK, null], 'OK'],
    ['a cost that takes all that is left', [ADS, MARCH, null, 20000, 32400, 20000], 'OK'],
    ['a cost at its cap', ['Customer offers', MARCH, null, 8100, 32400], 'OK'],
    ['a sheet that is not in our sources, which is only a note', ['Social media marketing', MARCH], 'OK'],
    ['travel of three', [CONFERENCE, MARCH, null, 15000, 32400, null, null, 3], 'OK'],
    ['a Surface partner', ['Customer offers', MARCH, null, 32400, 32400, null, null, null, SURFACE], 'OK'],
    ['a day from Excel', [ADS, dateCell(MARCH)], 'OK'],
    ['a program without a threshold we know', [ADS, '2022-03-01', null, 10, 10, 10, null, null, 'Hosting'], 'OK'],
    ['T15: two usage periods', [ADS, '2024-06-25', '2024-07-05'], /^Blocked: .*two usage periods.*Jun 30, 2024/],
    ['T15: three usage periods', [ADS, '2024-06-25', '2025-01-05'], /^Blocked: .*several usage periods.*Jun 30, 2024/],
    [
      'T16: the usage period of another half',
      [ADS, '2024-07-10', '2024-07-12', null, null, null, 'FY24 H1'],
      /^Blocked: .*FY24 H1.*Jan 1, 2024 to Jun 30, 2024.*FY24 H2/,
    ],
    ['an activity for others', ['TV/radio', MARCH], /^Blocked: Microsoft Commerce Incentives can't use/],
    [
      'an activity of a later guidebook',
      ['TV/radio', '2023-06-01', null, null, null, null, null, null, SURFACE],
      /^Blocked: the guidebook of Jun 1, 2023/,
    ],
    ['a program that never has co-op', [ADS, MARCH, null, null, null, null, null, null, 'OSA'], /^Blocked: /],
    [
      'a cost above what remains',
      [ADS, MARCH, null, 20000.01, 32400, 20000],
      /^Blocked: \$20,000\.01 is \$0\.01 more than the \$20,000\.00 remaining/,
    ],
    ['nothing remaining', [ADS, MARCH, null, 1, null, 0], /^Blocked: .*\$0\.00 remaining/],
    ['a cost above its cap', ['Customer offers', MARCH, null, 8100.01, 32400], /^Blocked: .*\$0\.01 more.*\$8,100\.00/],
    ['an absolute cap without knowing what was earned', ['Microsoft syndicated content', MARCH, null, 20000], /^Blocked: .*\$18,750\.00/],
    [
      'co-op under the threshold',
      [ADS, MARCH, null, 100, 9999.99],
      /^Blocked: \$9,999\.99 .*\$10,000\.00\. It's \$0\.01 below\. Unless that's earned by Dec 31, 2023, the co-op is paid as rebate/,
    ],
    ['no co-op earned', [ADS, MARCH, null, null, 0], /^Blocked: \$0\.00 of co-op earned/],
    ['co-op exactly at the threshold', [ADS, MARCH, null, 100, 10000], /^Warning: .*exactly the threshold/],
    ['more remaining than earned', [ADS, MARCH, null, 100, 20000, 30000], /^Warning: /],
    ['a required approval', ['TV/radio', MARCH, null, null, null, null, null, null, 'Surface'], /^Warning: Microsoft must approve/],
    ['travel beyond the cap', [CONFERENCE, MARCH, null, 15000, 32400, null, null, 2], /^Warning: .*\$10,000\.00/],
  ]),
  ...refusals('CHECK', [
    ['a negative cost of an unknown activity', ['Skywriting', MARCH, null, -1], /^#NUM!/],
    ['an end before the start', [ADS, MARCH, '2024-02-01'], /^#VALUE!/],
    ['a negative cost', [ADS, MARCH, null, -1], /^#NUM!/],
    ['no start', [ADS, ''], /^#VALUE!/],
    ['a bare half', [ADS, MARCH, null, null, null, null, 'H2'], /^#VALUE!/],
    ['a day before the first guidebook held', [ADS, '2019-03-01'], /^#N\/A/],
  ]),
];

const ALLOCATE: Case[] = [
  ...answers('ALLOCATE', [
    ['first come, first served', [10000, [[6000], [3000], [4000]]], [[6000], [3000], [1000]]],
    [
      'row by row',
      [
        10,
        [
          [4, 4],
          [4, 4],
        ],
      ],
      [
        [4, 4],
        [2, 0],
      ],
    ],
    ['equal costs: position decides', [5, [[5], [5]]], [[5], [0]]],
    ['a later cost that fits', [10, [[8], [5], [1]]], [[8], [2], [0]]],
    ['caps', [10000, [[6000], [3000], [4000]], [[2500], ['None'], [0]]], [[2500], [3000], [0]]],
    ['a cap that is not reached', [10, [[4]], [[5]]], 4],
    ['blank costs and caps', [10, [[4], [BLANK], [BLANK], [0], [3]], [[BLANK], [1], [1], [1], ['none']]], [[0], [0], [0], [0], [3]]],
    ['one cost, one blank cap', [10, [[4]], [[BLANK]]], 0],
    ['negative funds', [-5, [[4], [1]]], [[0], [0]]],
    ['blank funds', [BLANK, [[4]]], 0],
    ['funds as text', ['5', [[4], [4]]], [[4], [1]]],
    ['cents', [0.3, [[0.1], [0.1], [0.2]]], [[0.1], [0.1], [0.1]]],
    ['a cost that is a single value', [10, 4], 4],
  ]),
  ...refusals('ALLOCATE', [
    ['a negative cost', [10, [[4], [-1]]], /^#VALUE! costs, row 2, column 1.*negative/],
    ['text', [10, [[4, 'ten']]], /^#VALUE! costs, row 1, column 2: "ten"/],
    ['a number kept as text', [10, [['4']]], /^#VALUE!/],
    ['TRUE', [10, [[true]]], /^#VALUE!/],
    ['an error cell', [10, [[errorCell('#N/A')]]], /^#VALUE! costs, row 1, column 1.*#N\/A/],
    ['caps of another shape', [10, [[1], [2]], [[1, 2]]], /^#VALUE! caps must/],
    ['other words for no cap', [10, [[1]], [['unlimited']]], /^#VALUE! caps, row 1, column 1/],
    ['a negative cap', [10, [[1]], [[-1]]], /^#VALUE! caps/],
    ['funds with separators', ['1,000', [[1]]], /^#VALUE! funds/],
  ]),
];

const QUALIFIES: Case[] = [
  ...answers(
    'QUALIFIES',
    (
      [
        ['enough points and revenue', 25, 25000, true],
        ['a point short', 24, 30000, false],
        ['a cent short', 25, 24999.99, false],
        ['as text', '25', '25000', true],
        ['a part of a point short', 24.9, 25000, false],
        ['blank', BLANK, BLANK, false],
      ] as const
    ).map(([what, points, revenue, does]) => [`${what}, on the first day`, [points, revenue, '2025-07-01'], does]),
  ),
  ...answers('QUALIFIES', [
    ['as text', ['25', '25000'], true],
    ['a part of a point short', [24.9, 25000], false],
    ['blank', [BLANK, BLANK], false],
  ]),
  ...refusals('QUALIFIES', [
    ['a day before July 1, 2025', [25, 25000, '2025-06-30'], /^#N\/A .*Jul 1, 2025/],
    ['points in words', ['many', 25000], /^#VALUE!/],
    ['revenue with separators', [25, '25.000,00'], /^#VALUE!/],
    ['TRUE', [true, 25000], /^#VALUE!/],
  ]),
];

const SOURCE: Case[] = [
  ...answers('SOURCE', [
    [
      'split',
      ['split'],
      /^40% of an earning is co-op.*Microsoft Commerce Incentives, from Nov 1, 2022.*TD SYNNEX.*Standing: from a distributor\.$/,
    ],
    ['split before co-op', ['split', '2022-10-31'], /^All rebate, no co-op/],
    ['split of a lever', ['split: Azure CSP Customer Adds'], /^All rebate, no co-op \(Azure CSP Customer Adds/],
    ['rate', ['rate: Azure consumption CSP motion', '2024-11-15'], /^4% of revenue/],
    ['rate of a lever in short', ['Rate: M365: Tier 1'], /^5% of revenue/],
    ['threshold', ['threshold'], /must meet \$10,000\.00/],
    ['threshold to exceed', ['threshold', '2020-06-30', 'CSP Direct Bill Partner'], /must exceed \$4,000\.00/],
    ['deadline', ['deadline'], /close Aug 15.*Sep 30.*close Feb 15.*Mar 31.*Microsoft Learn/],
    ['cap', ['cap: Customer offers'], /^At most 25% of the co-op earned/],
    ['cap of a program', ['cap: Customer offers', null, 'Surface'], /^At most 100% of the co-op earned/],
    ['no cap', ['cap: Digital advertising'], /^Up to the remaining/],
    ['a cap of two', ['cap: Product seeding and demo units'], /^At most 10% of the co-op earned or \$3,000\.00, whichever is greater/],
    ['a cap for each person', ['cap: Microsoft hosted conferences'], /^At most \$5,000\.00 for each of 3 attendees, \$45,000\.00 in all/],
    ['activity', ['activity: Market Development - Proof of Concept'], /^Category Market Development/],
    ['payment', ['payment'], /approved by day 15 of a month is paid from day 20 to 25/],
    ['retention, blank cells', ['retention', BLANK, ''], /24 months after the claim deadline/],
  ]),
  ...refusals('SOURCE', [
    ['another rule', ['speed'], /^#VALUE! .*"split", "rate", "threshold", "deadline", "cap", "activity", "payment", or "retention"/],
    ['no rule', [''], /^#VALUE! rule is missing/],
    ['a rate of nothing', ['rate'], /^#VALUE! .*lever after a colon/],
    ['a cap of nothing', ['cap:'], /^#VALUE! .*activity after a colon/],
    ['details where there are none', ['payment: claims'], /^#VALUE! .*takes no details/],
    ['a rate outside the verified window', ['rate: Azure consumption CSP motion', '2025-07-01'], /^#N\/A .*Oct 1, 2024.*Jun 30, 2025/],
    ['an unknown activity', ['activity: Skywriting'], /^#N\/A/],
    ['a program without a sourced split', ['split', null, 'CSP Indirect Provider'], /^#N\/A/],
    ['a word for a day', ['split', 'soon'], /^#VALUE! date/],
  ]),
];

const OFFERS = 'Customer offers';

const CLAIMABLE: Case[] = [
  ...answers('CLAIMABLE', [
    ['the cost is the least', [OFFERS, MARCH, 1000, null, 32400, 20000], 1000],
    ['the cap is the least: a quarter of what was earned', [OFFERS, MARCH, 9000, null, 32400, 20000], 8100],
    ['the cap less what others use', [OFFERS, MARCH, 9000, null, 32400, 20000, 6000], 2100],
    ['others use more than the cap', [OFFERS, MARCH, 9000, null, 32400, 20000, 9000], 0],
    ['what remains is the least', [OFFERS, MARCH, 9000, null, 32400, 55.5], 55.5],
    ['nothing remains', [OFFERS, MARCH, 9000, null, 32400, 0], 0],
    ['more was spent than earned', [OFFERS, MARCH, 9000, null, 32400, -10], 0],
    ['no cap: all that was earned', [ADS, MARCH, 50000, null, 32400], 32400],
    ['earned not given, no cap', [ADS, MARCH, 50000], 50000],
    ['earned not given, a cap in dollars', [CONFERENCE, MARCH, 50000, null, null, null, null, null, 2], 10000],
    ['below the threshold', [ADS, MARCH, 5000, null, 9999.99, 9999.99], 0],
    ['exactly at the threshold', [ADS, MARCH, 5000, null, 10000, 10000], 5000],
    ['nothing earned, by a cell that is 0', [ADS, MARCH, 5000, null, 0], 0],
    ['over two usage periods', [ADS, '2024-06-25', 5000, '2024-07-05', 32400], 0],
    ['the fund of another period', [ADS, '2024-07-10', 5000, null, 32400, null, null, 'FY24 H1'], 0],
    ['for Surface partners only', ['TV/radio', MARCH, 5000, null, 32400], 0],
    ['for a Surface partner', ['TV/radio', MARCH, 5000, null, 32400, null, null, null, null, SURFACE], 5000],
    ['a cost of nothing, by a blank cell', [ADS, MARCH, BLANK, null, 32400], 0],
  ]),
  ...refusals('CLAIMABLE', [
    ['earned not given where the cap is a share of it', [OFFERS, MARCH, 9000], /^#VALUE! earned is missing: the cap of "Customer offers"/],
    ['a cost below zero', [ADS, MARCH, -1], /^#NUM! cost is below zero/],
    ['less than nothing used', [ADS, MARCH, 5000, null, 32400, 20000, -1], /^#NUM! used is below zero/],
    ['an end before the start', [ADS, MARCH, 5000, '2024-02-01'], /^#VALUE! end, .*is before start/],
    ['an unknown activity', ['Golf day', MARCH, 5000], /^#N\/A/],
    ['no activity', [BLANK, MARCH, 5000], /^#VALUE! activity is missing/],
    ['no day', [ADS, BLANK, 5000], /^#VALUE! start is missing/],
  ]),
];

/** Cases of the functions for planning. */
export const PLANNING_CASES: readonly Case[] = [
  ...ACTIVITIES,
  ...CATEGORY,
  ...EXPENSES,
  ...PROOF,
  ...CAP,
  ...ELIGIBLE,
  ...CHECK,
  ...ALLOCATE,
  ...QUALIFIES,
  ...SOURCE,
  ...CLAIMABLE,
];
