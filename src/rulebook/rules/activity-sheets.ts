import type { Day } from '../../domain/calendar/day';
import type { SourceId } from '../source-id';
import type { ProgramId } from './programs';
import type { Category, Requirements } from './requirements';

const BRAND = 'Your company name or brand, with an address, email, website or phone number';
const CONTENT = 'Microsoft content';
/** What the guidebook requires of every activity in demand generation and market development, unless its sheet differs. */
export const GENERAL = [BRAND, CONTENT];
/** The note on an activity without a sheet in our sources. */
export const SEE_GUIDEBOOK = 'Other requirements of this activity are not in our sources: check the guidebook';

const AGENCY = 'Fee - agency: Marketing services, including agency fees';
const CREATIVE = 'Fee - agency: Marketing and creative services, including agency fees';
const MEDIA = 'Third-party media placement';
const DATABASE = 'Database acquisition';
const PROGRAMMING = 'Programming/development: Programming and development fees';
const SEO = 'Fee - SEO: Optimization and maintenance fees';
const SIGNAGE = 'Signage / display / printed materials';
const GIVEAWAYS = 'Giveaways';
const REGISTRATION = 'Fee - registration';
const SPEAKER = 'Fee - external speaker';
const CATERING = 'Catering (excluding alcohol)';
const FACILITY = 'Fee - facility and equipment rental';
const EVENT = [
  SIGNAGE,
  GIVEAWAYS,
  AGENCY,
  REGISTRATION,
  SPEAKER,
  `${FACILITY} including Surface devices owned and managed by a third party`,
  CATERING,
];

const PAGES = 'Screenshots of the site pages with the URL, or their URLs';
const CLICKS = 'Summary of results, such as a click-through report';
const REACH = 'Estimated number of customers or partners reached';
const SURFACE: readonly ProgramId[] = ['Surface PC and Surface Hub ADD'];

/** An activity's sheet: only what differs from the general requirements. */
export type Sheet = Pick<Requirements, 'category' | 'communication' | 'metrics' | 'expenses'> &
  Partial<Requirements> & {
    aliases: readonly string[];
    from?: Day;
    source?: SourceId;
    note?: string;
    /** Its category in the FY25 list, if different. */
    movedTo?: Category;
  };

/** A sheet with only a known name and category. */
const unknownSheet = (category: Category, aliases: readonly string[], more: Partial<Sheet> = {}): Sheet => ({
  category,
  aliases,
  communication: ['Copy or screenshots of what was made or done'],
  metrics: ['Summary of results'],
  expenses: null,
  sourced: false,
  source: 'td-synnex-2024-10',
  note: `${SEE_GUIDEBOOK}.`,
  ...more,
});

/** Microsoft's page shifts some fields of these sheets into the wrong row; they are put back where they belong. */
const SHIFTED = 'Corrected: Microsoft Learn has fields of this sheet in the wrong rows.';

/** The sheets of the guidebook, in its order. Names of expenses are the guidebook's; the rest is in our words. */
export const SHEETS = {
  'Print advertising': {
    category: 'Demand Generation',
    aliases: ['Print ads', 'Print ad'],
    communication: ['Copy of the final piece, meeting the core requirements'],
    metrics: [REACH],
    expenses: [MEDIA, 'Printed material', CREATIVE],
    preApproval: 'optional creative review',
  },
  'Digital advertising': {
    category: 'Demand Generation',
    aliases: ['Digital ads', 'Online advertising', 'Web ads'],
    communication: ['Screenshot of the ad', 'URL of the landing page, meeting the core requirements'],
    metrics: [CLICKS],
    expenses: [MEDIA, CREATIVE],
    preApproval: 'optional creative review',
  },
  'Social media marketing': unknownSheet('Demand Generation', ['Social media', 'Social ads'], {
    preApproval: 'optional creative review',
  }),
  'Direct mail, email and mobile SMS': {
    category: 'Demand Generation',
    aliases: [
      'Direct mail/email/mobile SMS',
      'Direct mail/email/SMS',
      'Direct mail, email and SMS',
      'Direct mail, email, and short message service (SMS)',
      'Direct mail',
      'Direct email',
      'Email',
      'Eblasts',
      'Mobile SMS',
      'SMS',
    ],
    communication: [
      'Copy of the final piece, meeting the core requirements',
      'Proof of mailing such as a postmarked envelope, the final email with its dated header, or a photo of the message on a phone',
    ],
    metrics: [REACH],
    expenses: [DATABASE, 'Printed material', 'Postage', CREATIVE],
    preApproval: 'optional creative review',
  },
  'Partner website and search engine optimization': {
    category: 'Demand Generation',
    aliases: ['Partner website and SEO', 'Partner website and search engine', 'Partner website', 'Website and SEO', 'SEO'],
    communication: [PAGES, 'Statement of work or service agreement, for search engine optimization only'],
    metrics: [CLICKS],
    expenses: [AGENCY, PROGRAMMING, SEO],
    preApproval: 'optional creative review',
    fullContent: 'devices',
  },
  'Microsoft syndicated content': {
    category: 'Demand Generation',
    aliases: ['Syndicated content', 'Web content syndication'],
    communication: [PAGES],
    metrics: [CLICKS],
    expenses: [AGENCY, 'Programming and development fees', 'Media placement'],
  },
  'Multi-touch digital campaign': {
    category: 'Demand Generation',
    aliases: ['Multi-touch campaign', 'Multitouch'],
    communication: [
      'The proof of each part: digital advertising, direct email, partner website and search engine optimization, telemarketing',
    ],
    metrics: [],
    expenses: [MEDIA, CREATIVE, DATABASE, PROGRAMMING, SEO, 'Fee - Third-party call center charges'],
    preApproval: 'optional creative review',
  },
  'Best practice development': unknownSheet('Demand Generation', ['Best practices development', 'Best practices', 'Best practice']),
  'Migration services': unknownSheet('Demand Generation', ['Migration service', 'Migration'], { movedTo: 'Market Development' }),
  'Solution building with third parties': unknownSheet('Demand Generation', ['Solution building', 'Solution building with third party'], {
    movedTo: 'Market Development',
  }),
  'TV/radio': {
    category: 'Demand Generation',
    aliases: ['TV', 'Radio', 'TV and radio', 'TV/radio advertising', 'TV/radio advertisements', 'Television and radio'],
    from: '2023-07-01',
    source: 'ms-core-requirements-later',
    communication: [
      'Copy of the final spot or a link to it, meeting the core requirements',
      'The pre-approval, and the final review and approval',
    ],
    metrics: [REACH],
    expenses: [MEDIA, 'Content development', CREATIVE],
    preApproval: 'required',
    only: SURFACE,
    note: 'For Surface partners, since FY24. Pre-approval and final approval come before the activity.',
  },
  Telemarketing: {
    category: 'Market Development',
    aliases: ['Telemarketing and expositions', 'Telesales'],
    core: ['Your company name or brand in the script', CONTENT],
    communication: ['Copy of the script'],
    metrics: ['Summary of results: number of calls and of successful contacts'],
    expenses: [AGENCY, 'Fee - Third-party call center: charges', DATABASE],
    fullContent: 'devices',
    note: `${SHIFTED} More proof has been asked for since FY24: check the guidebook.`,
  },
  'Customer seminars and bootcamps': {
    category: 'Market Development',
    aliases: ['Customer seminars', 'Customer seminar', 'Bootcamps', 'Bootcamp', 'Seminars', 'Virtual seminars', 'Webinars', 'Webinar'],
    communication: [
      'Event invitation and agenda or program',
      'Event photos, or the welcome screen of a digital event',
      'Presentation materials, if invitation and agenda do not meet the core requirements',
    ],
    metrics: ['Number of registered guests'],
    expenses: EVENT,
    allOrNothing: true,
    note: "The partner leads and brands the event. An event that misses a core requirement isn't reimbursed, not even in part. Travel and hotel count for the speaker only. US allowances may differ.",
  },
  'Tradeshows and expositions': {
    category: 'Market Development',
    movedTo: 'Demand Generation',
    aliases: ['Tradeshows and exhibitions', 'Tradeshows', 'Tradeshow'],
    communication: ['Event invitation and agenda or program', 'Photo of the partner taking part, such as its booth'],
    metrics: ['Estimated attendees, or visitors to the booth'],
    expenses: EVENT,
  },
  'Customer offers': {
    category: 'Market Development',
    aliases: ['Customer offer'],
    communication: ['The offer with its terms and conditions'],
    metrics: ['Summary of results'],
    expenses: [SIGNAGE, GIVEAWAYS, AGENCY],
  },
  'Internal incentives and SPIFFs': {
    category: 'Market Development',
    aliases: ['Internal incentives/SPIFFs', 'Internal incentives', 'SPIFFs', 'SPIFF'],
    core: [`${BRAND}; internal contest rules are enough if the communication carries the name`, CONTENT],
    communication: ['The incentive with its terms and conditions'],
    metrics: ['Summary of results'],
    expenses: [SIGNAGE, GIVEAWAYS, AGENCY],
  },
  'On-site champ': {
    category: 'Market Development',
    aliases: ['On-site champs', 'On-site chat'],
    core: [BRAND, 'Services that are about Microsoft products only'],
    communication: ['Sample of what was delivered, as described in the On-site Champ form'],
    metrics: [],
    expenses: ['Fees - services: Services provided by On-Site Champ resources'],
    fullContent: 'all',
    note: 'Printed as "On-site chat" in one list of the guidebook.',
  },
  'Proof of concept': {
    category: 'Market Development',
    aliases: ['POC', 'Proofs of concept'],
    communication: [
      'Copy of the materials that explain the concept: white paper, case study, market research, Customer Immersion Experience',
    ],
    metrics: [],
    expenses: [
      'Printed Materials: Research: White paper, case study development, market research, Customer Immersion Experience',
      'Programming / development',
      AGENCY,
      'Fee - service: Labor services provided by partner or third-party vendor in support of the proof of concept',
    ],
    fullContent: 'devices',
    note: `${SHIFTED} Services include demo centers, installation, configuration, data migration, and testing; development includes API systems.`,
  },
  'Employee purchase web set-up for customers': {
    category: 'Market Development',
    aliases: ['Employee purchase web set-up', 'Employee purchase'],
    communication: ['URL of the landing page, or screenshots of the site pages'],
    metrics: [],
    expenses: [AGENCY, PROGRAMMING, 'Fee - service: Labor services provided by partner or third-party vendor in support of the web setup'],
    fullContent: 'devices',
    never: SURFACE,
    note: `${SHIFTED} The portal's list of early 2024 does not show it.`,
  },
  'Microsoft AI Cloud Partner Program participation fee': {
    category: 'Partner Readiness',
    aliases: [
      'Microsoft AI Cloud Partner Program participation',
      'Microsoft Cloud Partner Program participation fee',
      'Microsoft Cloud Partner Program participation',
      'MPN participation',
      'MPN participation fee',
      'MAICPP',
      'MAICPP fee',
      'MAICPP participation fee',
      'MAICPP annual membership fee',
      'Program participation fee',
      'Partner program fee',
    ],
    invoice: 'Microsoft invoice',
    core: [],
    communication: [],
    metrics: [],
    expenses: [
      'Fee - Annual enrollment: Microsoft AI Cloud Partner Program annual registration fees',
      'Plaque and DVD (first set): Microsoft AI Cloud Partner Program membership plaque and first set of DVDs',
      'Additional Benefit Toolkit',
    ],
  },
  'Microsoft exams and tuition': {
    category: 'Partner Readiness',
    aliases: ['Exams and tuition', 'Microsoft exams', 'Exams', 'Tuition', 'Microsoft certification training and exam costs'],
    invoice: 'third-party invoice',
    core: ['Course or exam code on Microsoft Learning'],
    communication: ['Invoice with the course or exam code and the day of completion'],
    metrics: ['List of attendees with the cost of each (not for an MCT renewal)'],
    expenses: [
      'Fee - exam: Microsoft exam fees for certifications and competencies',
      'Fee - training / tuition: Microsoft tuition fees for certifications and competencies, including on-demand training expenses',
      'Third-party ISV solution training: tuition for solutions shown to use or run on Microsoft applications and platforms',
      'Fee - MCT renewal: Microsoft Certified Trainer renewal fee',
    ],
  },
  'Internal training and floor days': {
    category: 'Partner Readiness',
    aliases: ['Internal training', 'Floor days', 'In-person training and floor days'],
    core: ['Microsoft content only, for the time or event space claimed'],
    communication: ['Training agenda or event program', 'The Microsoft presentation content'],
    metrics: ['Number of attendees'],
    expenses: [
      'Fee - training/tuition/registration/digital training platform or digital training formatting',
      SIGNAGE,
      GIVEAWAYS,
      AGENCY,
      SPEAKER,
      FACILITY,
      CATERING,
    ],
    fullContent: 'all',
  },
  'On-demand training': unknownSheet('Partner Readiness', [], { core: ['Microsoft content only'], fullContent: 'all' }),
  'Microsoft hosted conferences': {
    category: 'Partner Readiness',
    aliases: ['Hosted conferences', 'Microsoft conferences', 'Conferences'],
    core: ['A conference hosted by Microsoft'],
    communication: [
      'Invitation or registration confirmation that shows Microsoft as host',
      'Itinerary with travel dates, for airfare only',
    ],
    metrics: [],
    expenses: [
      'Fee - Registration: for up to three attendees per conference',
      'Travel - Airfare/Hotel: airfare or train fare and room rate, with taxes',
    ],
  },
  'Product seeding and demo units': {
    category: 'Partner Readiness',
    aliases: ['Product seeding/demo units', 'Product seeding', 'Demo units', 'Demo unit'],
    core: [],
    communication: ['System specifications, for demo units built in-house', 'Proof of the third-party demo unit and of its delivery'],
    metrics: [],
    expenses: null,
    note: 'No source we have lists its expense types: check the guidebook.',
  },
} as const satisfies Record<string, Sheet>;
