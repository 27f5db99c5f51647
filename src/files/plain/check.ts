import { call, NOT_COVERED, NUM_ERROR, quoted, VALUE_ERROR, when } from './formula-text';
import { Problem } from '../../domain/problem';
import { programOf as programNamed } from '../../rulebook/rules/programs';
import type { Book, NameAsked } from './book';
import { byRow, cellIn, type RowColumn } from './by-row';
import { ruleOn } from './earnings';
import { readOperand, type Operand } from './operand';
import type { Writer } from './periods';
import { activityOf, amountOf, countOf, dayOf, halfOf, optional, programOf } from './read';

const LINE_BREAK = 'CHAR(10)';

/** A finding: its line if a condition holds, otherwise nothing. */
const finding = (condition: string, level: 'Blocked' | 'Warning', ...parts: readonly string[]): string =>
  when(condition, [quoted(`${level}: `), ...parts, LINE_BREAK].join('&'), '""');

const usd = (amount: string): string => `IF(${amount}<0,"-","")&"$"&FIXED(ABS(${amount}),2)`;
/** A day as the add-in writes it, in every language of Excel. */
const shownDay = (day: string): string =>
  `MID("JanFebMarAprMayJunJulAugSepOctNovDec",MONTH(${day})*3-2,3)&" "&DAY(${day})&", "&YEAR(${day})`;
const percent = (share: string): string => `ROUND(${share}*100,10)&"%"`;

/**
 * CHECK's first line. It has too many parts for a cell, so they are worked out on the workings, in a row for each of the
 * table's rows. Names the add-in would suggest for an unknown activity are left out.
 */
export const CHECK: Writer = (_arg, book, { args }) => {
  const rows = byRow(args);
  const columns: RowColumn[] = [];
  const column = (name: string, formula: string): string => {
    columns.push([name, formula]);
    return cellIn(name);
  };
  const given = (index: number, name: string): Operand => {
    const operand = readOperand(rows.args[index] ?? null, book.given);
    if (operand.kind === 'omitted' || operand.kind === 'value' || operand.kind === 'error') return operand;
    return { kind: 'formula', text: column(`given_${name}`, rows.args[index]!), gives: 'any' };
  };

  const asked = given(0, 'activity');
  const { activity, name, written } = activityColumns(asked, book, column);
  const whose = programOf(given(8, 'program'), book);
  const program: NameAsked<never> = 'name' in whose ? (whose as NameAsked<never>) : { position: column('program', whose.position) };
  const programName = 'name' in whose ? quoted(programNamed(whose.name).name) : call('INDEX', book.nameTexts('program'), cellIn('program'));
  const start = column('start', dayOf(given(1, 'start'), 'start', book));
  const endRead = column(
    'end_read',
    optional(given(2, 'end'), start, (day) => dayOf(day, 'end', book)),
  );
  const end = column('end', when(`${endRead}<${start}`, VALUE_ERROR, endRead));
  const costRead = (operand: Operand): string => amountOf(operand, 'cost');
  const cost = column('cost', optional(given(3, 'cost'), '""', costRead));
  const earned = column('earned', fundsOf(given(4, 'earned'), 'earned'));
  const remaining = column('remaining', fundsOf(given(5, 'remaining'), 'remaining'));
  const half = column(
    'half',
    optional(given(6, 'half'), '0', (operand) => halfOf(operand, 'half', book)),
  );
  const attendees = column('attendees', countOf(given(7, 'attendees'), 'attendees', { min: 1, max: 1_000_000, omitted: 0 }));
  const rowOf = (day: string): string => call('INDEX', book.half('row'), call('MATCH', day, book.half('from')));
  const startRow = column('start_half', rowOf(start));
  const endRow = column('end_half', rowOf(end));
  const ofHalf = (what: 'label' | 'start' | 'end' | 'usageStart' | 'usageEnd' | 'claim', row: string): string =>
    call('INDEX', book.half(what), row);
  const fund = `${startRow}-1`;

  // by the rules of the first day
  const isUnknown = `${activity}=0`;
  const known = (formula: string): string => when(isUnknown, '""', formula);
  const rule = (kind: 'cap' | 'listing' | 'open', what: string): string =>
    column(`${kind}_${what}`, known(ruleOn(book, kind, what, start, kind === 'listing' ? DEFAULT : program, { position: activity })));
  const [state, approval, open] = [rule('listing', 'state'), rule('listing', 'approval'), rule('open', 'open')];
  const [kind, share, most] = [rule('cap', 'kind'), rule('cap', 'share'), rule('cap', 'most')];
  const [perPerson, people, total] = [rule('cap', 'perPerson'), rule('cap', 'people'), rule('cap', 'total')];
  const threshold = (what: string): string =>
    column(`threshold_${what}`, call('IFERROR', ruleOn(book, 'threshold', what, ofHalf('end', fund), program, null), '""'));
  const [amount, enough, must] = [threshold('amount'), threshold('enough'), threshold('must')];

  const isListed = `AND(${state}=0,${open})`;
  const guidebook = when(
    isUnknown,
    `"Blocked: The guidebook does not list """&TRIM(${written})&"""."&${LINE_BREAK}`,
    when(
      `${state}=1`,
      `"Blocked: the guidebook of "&${shownDay(start)}&" does not list """&${name}&"""."&${LINE_BREAK}`,
      when(
        `${state}=2`,
        `"Blocked: CoopRules says it is not eligible."&${LINE_BREAK}`,
        finding(`NOT(${open})`, 'Blocked', programName, quoted(' can\'t use co-op for "'), name, quoted('".')),
      ),
    ),
  );
  const parts = [
    column('on_guidebook', guidebook),
    column(
      'on_dates',
      known(
        when(
          `ISERROR(${ofHalf('claim', fund)})`,
          NOT_COVERED,
          when(
            `${endRow}<>${startRow}`,
            [
              '"Blocked: "',
              shownDay(start),
              '" to "',
              shownDay(end),
              `" spans "&IF(${endRow}-${startRow}=1,"two","several")&" usage periods: "`,
              shownDay(start),
              '" uses co-op earned in "',
              ofHalf('label', fund),
              '", and "',
              shownDay(end),
              '" uses co-op earned in "',
              ofHalf('label', `${endRow}-1`),
              '". Split it at "',
              shownDay(ofHalf('end', startRow)),
              '"."',
              LINE_BREAK,
            ].join('&'),
            finding(
              `AND(${half}>0,${half}<>${fund})`,
              'Blocked',
              quoted('co-op earned in '),
              ofHalf('label', half),
              quoted(' is used from '),
              shownDay(ofHalf('usageStart', half)),
              quoted(' to '),
              shownDay(ofHalf('usageEnd', half)),
              quoted('. This activity uses co-op earned in '),
              ofHalf('label', fund),
              quoted('.'),
            ),
          ),
        ),
      ),
    ),
    column(
      'on_threshold',
      known(
        finding(
          `IF(OR(${earned}="",${amount}=""),FALSE,${earned}<MAX(0,${enough}))`,
          'Blocked',
          usd(earned),
          quoted(" of co-op earned doesn't "),
          must,
          quoted(' the threshold of '),
          usd(amount),
          quoted(". It's "),
          usd(`ROUND(MAX(0,${enough})-${earned},2)`),
          quoted(" below. Unless that's earned by "),
          shownDay(ofHalf('end', `IF(${half}>0,${half},${fund})`)),
          quoted(", the co-op is paid as rebate and can't be claimed."),
        ),
      ),
    ),
    column(
      'on_remaining',
      known(
        finding(
          `IF(COUNT(${cost},${remaining})<2,FALSE,${cost}>${remaining})`,
          'Blocked',
          usd(cost),
          quoted(' is '),
          usd(`ROUND(${cost}-${remaining},2)`),
          quoted(' more than the '),
          usd(remaining),
          quoted(' remaining.'),
        ),
      ),
    ),
  ];

  // Without the co-op earned, a share of it can't be checked.
  const isTravel = `${kind}="travel"`;
  const ownCap = when(
    isTravel,
    call('MIN', `${perPerson}*IF(${attendees}=0,${people},${attendees})`, most),
    call('MAX', `ROUND(N(${earned})*${share},2)`, most),
  );
  const limit = column('cap', known(when(`OR(${kind}="none",AND(${earned}="",OR(${kind}="share",${kind}="greater")))`, UNLIMITED, ownCap)));
  const funds = column('funds', when(`${earned}=""`, UNLIMITED, call('MAX', 0, earned)));
  const bound = column('bound', known(call('MIN', limit, funds)));
  const isOver = column('over', known(when(`${cost}=""`, 'FALSE', `${cost}>${bound}`)));
  const over = [usd(cost), quoted(' is '), usd(`ROUND(${cost}-${bound},2)`), quoted(' more than co-op can pay')];
  const capText = when(
    `${kind}="amount"`,
    quoted('the cap of this activity'),
    `${percent(share)}&" of the co-op earned"&IF(${kind}="greater"," or "&${usd(most)}&", whichever is greater","")`,
  );
  const all = `IF(${bound}=${funds},": "&${usd(funds)}&", all co-op earned.",`;
  const capBlocks = finding(
    `AND(${isOver},OR(${bound}=${funds},NOT(${isTravel})))`,
    'Blocked',
    ...over,
    `${all}" for """&${name}&""" in a usage period: "&${usd(limit)}&", "&${capText}&".")`,
  );
  const travels = `MIN(IF(${attendees}=0,${people},${attendees}),${people})`;
  parts.push(
    column('on_cap', known(capBlocks)),
    column(
      'on_approval',
      known(finding(`AND(${isListed},${approval}="required")`, 'Warning', quoted('Microsoft must approve it before it starts.'))),
    ),
    column(
      'on_exact',
      known(
        finding(
          `IF(OR(${earned}="",${amount}=""),FALSE,AND(${earned}>=MAX(0,${enough}),${earned}=${amount}))`,
          'Warning',
          usd(earned),
          quoted(' of co-op earned is exactly the threshold. Sources differ on whether it must be reached or exceeded.'),
        ),
      ),
    ),
    column(
      'on_earned',
      known(
        finding(
          `IF(COUNT(${earned},${remaining})<2,FALSE,${remaining}>${earned})`,
          'Warning',
          usd(remaining),
          quoted(' remaining is more than the '),
          usd(earned),
          quoted(' earned.'),
        ),
      ),
    ),
    column(
      'on_attendees',
      known(
        finding(
          `IF(${isTravel},${attendees}>${people},FALSE)`,
          'Warning',
          quoted('co-op pays for '),
          people,
          quoted(' attendees per conference, not for '),
          attendees,
          quoted('.'),
        ),
      ),
    ),
    column(
      'on_travel',
      known(
        finding(
          `AND(${isOver},${isTravel},${bound}<>${funds})`,
          'Warning',
          ...over,
          quoted(' for travel to one conference: '),
          usd(limit),
          `", "&${usd(perPerson)}&" for each of "&${travels}&" attendees, "&${usd(total)}&" in all. Only registration can be added."`,
        ),
      ),
    ),
  );
  // Arguments that can't be read are errors, whatever else is found.
  const read = [start, end, cost, earned, remaining, half, 'name' in program ? '""' : cellIn('program')].join('&');
  const lines = column(
    'lines',
    `IF(${cost}="",FALSE,${cost}<0)*1&IF(${isUnknown},LEFT(${read},0),LEFT(${attendees},0))&LEFT(${read},0)&${parts.join('&')}&"OK"&${LINE_BREAK}`,
  );
  column('finding', when(`LEFT(${lines})="1"`, NUM_ERROR, `MID(${lines},2,FIND(${LINE_BREAK},${lines})-2)`));
  return { text: rows.asked(book.rowTable(rows.table, columns), 'finding'), gives: 'text', isFirstLine: true };
};

const UNLIMITED = '1E+15';
const DEFAULT: NameAsked<never> = { name: 'Microsoft Commerce Incentives' as never };

/** Funds for which 0 counts; "" if they are left out. */
const fundsOf = (operand: Operand, name: string): string => (operand.kind === 'omitted' ? '""' : amountOf(operand, name));

/** The position of an activity, 0 if it is unknown; its name; and the text it was asked for with. */
function activityColumns(
  operand: Operand,
  book: Book,
  column: (name: string, formula: string) => string,
): { activity: string; name: string; written: string } {
  const written = operand.kind === 'formula' ? operand.text : quoted(operand.kind === 'value' ? `${operand.value}` : '');
  const activity = column('activity', positionOf(operand, book));
  return { activity, name: call('INDEX', book.nameTexts('activity'), activity), written };
}

function positionOf(operand: Operand, book: Book): string {
  try {
    const asked = activityOf(operand, book);
    if ('name' in asked) return `${book.names('activity').names.indexOf(asked.name) + 1}`;
    const { text } = operand as Extract<Operand, { kind: 'formula' }>;
    return when(`OR(ISLOGICAL(${text}),${text}="",${text}=0)`, VALUE_ERROR, call('IFERROR', asked.position, '0'));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'not covered') return '0';
    throw thrown;
  }
}
