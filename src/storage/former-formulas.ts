/** Formulas that version 1.0.0 wrote, by column. A save replaces exact matches with today's. */
type Former = Readonly<Record<string, readonly string[]>>;

const fund = (program: string): string =>
  '=IF(OR([@[Partner ID]]="",[@[Fiscal half]]=""),"",IFERROR(TRIM(SUBSTITUTE(UPPER([@[Partner ID]]),"MPN",""))+0&"",TRIM(SUBSTITUTE(UPPER([@[Partner ID]]),"MPN","")))' +
  `&" | "&IF([@Program]="","Microsoft Commerce Incentives",${program})&" | "&IFERROR(COOP.PERIOD(COOP.DEADLINE([@[Fiscal half]],"earning start")),[@[Fiscal half]]))`;
const FUND = [
  fund('TRIM([@Program])'),
  fund('IFERROR(INDEX(CoopPrograms[Program],MATCH("*; "&TRIM([@Program])&";*",CoopPrograms[Also called],0)),TRIM([@Program]))'),
];
const threshold = (part: string): readonly string[] => [`=COOP.THRESHOLD([@[Co-op]],[@[Fiscal half]],"${part}",[@Program])`];
const day = (milestone: string): readonly string[] => [`=COOP.DEADLINE([@[Fiscal half]],"${milestone}")`];
const dayOfClaim = (milestone: string): readonly string[] => [`=IF([@[Fiscal half]]="","",COOP.DEADLINE([@[Fiscal half]],"${milestone}"))`];
const inUsd = (column: string): readonly string[] => [
  `=IF([@${column}]="","",IF(OR([@Currency]="",[@Currency]="USD"),ROUND([@${column}],2),IF([@[Rate to USD]]="","",ROUND([@${column}]*[@[Rate to USD]],2))))`,
];
const setting = (name: string): string => `INDEX(CoopSettings[Value],MATCH("${name}",CoopSettings[Setting],0))`;

/** Of CoopFunds. */
export const FORMER_FUNDS: Former = {
  Threshold: threshold('amount'),
  Status: threshold('status'),
  Usable: threshold('usable'),
  Converted: threshold('converted'),
  'Usage start': day('usage start'),
  'Usage end': day('usage end'),
  'Claim opens': day('claim opens'),
  'Claim deadline': day('claim'),
  'Resolution deadline': day('resolution'),
  Planned: [
    '=SUMIFS(CoopPlan[Budget USD],CoopPlan[Fund],[@Fund],CoopPlan[Status],"<>draft",CoopPlan[Status],"<>canceled",CoopPlan[Status],"<>cancelled",CoopPlan[Status],"<>",CoopPlan[Budget USD],">0")',
  ],
  Fund: FUND,
};

/** Of CoopPlan. */
export const FORMER_PLAN: Former = {
  Category: ['=IF([@Activity]="","",COOP.CATEGORY([@Activity],[@Start]))'],
  'Budget USD': inUsd('Budget'),
  'Actual USD': inUsd('Actual'),
  Left: [
    '=IF(OR([@Fund]="",COUNTIFS(CoopFunds[Fund],[@Fund],CoopFunds[Planned],"<>")=0),"",SUMIFS(CoopFunds[Usable],CoopFunds[Fund],[@Fund])-AVERAGEIFS(CoopFunds[Planned],CoopFunds[Fund],[@Fund])' +
      '+IF(OR([@Status]="",[@Status]="draft",[@Status]="canceled",[@Status]="cancelled"),0,MAX(0,N([@[Budget USD]]))))',
  ],
  Cap: ['=IF(OR([@Activity]="",[@Earned]=""),"",COOP.CAP([@Activity],[@Earned],[@Attendees],[@Start],[@Program]))'],
  Check: [
    '=IF(OR([@Activity]="",[@Start]=""),"",IF(ISNUMBER([@Left]),COOP.CHECK([@Activity],[@Start],[@End],[@[Budget USD]],[@Earned],[@Left],[@[Fiscal half]],[@Attendees],[@Program]),' +
      'COOP.CHECK([@Activity],[@Start],[@End],[@[Budget USD]],,,[@[Fiscal half]],[@Attendees],[@Program])))',
  ],
  'Claim by': ['=IF([@Start]&[@End]="","",COOP.CLAIMBY(IF([@End]="",[@Start],[@End])))'],
  'Last safe day': [
    `=IF([@[Fiscal half]]="","",COOP.SAFEBY([@[Fiscal half]],IFERROR(${setting('Pay by')},""),IFERROR(${setting('Review days')}&"",""),IFERROR(${setting('Proof days')}&"","")))`,
  ],
  Fund: FUND,
};

/** Of CoopClaims. */
export const FORMER_CLAIMS: Former = {
  'Amount USD': inUsd('Amount'),
  'Claim deadline': dayOfClaim('claim'),
  'Resolution deadline': dayOfClaim('resolution'),
  'Keep proof until': dayOfClaim('retention'),
};
