import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/build/catalogue';
import { helpPages } from '../../src/build/help-pages';
import { sentencesIn, sentencesOfSource, type Sentence } from '../../src/build/sentences';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What isn't said, and what is said instead. */
const BANNED: readonly (readonly [words: RegExp, instead: string])[] = [
  [/\bcannot\b/i, "can't"],
  [/\b(?:told by|can't be told|to be told)\b/i, 'identified by'],
  [/\b(?:hangs? on|depends? from)\b/i, 'depends on'],
  [/\buntil when\b/i, 'through June 30, 2025'],
  [/\banew\b/i, 'again, start over'],
  [/\b\d+ signs\b/i, 'characters'],
  [/\bbeside\b/i, 'next to'],
  [/\bstands? in\b(?! for)/i, 'is in'],
  [/\bas it stands\b/i, 'so far'],
  [/\b(?:nobody|somebody)\b/i, 'no one, someone, you'],
  [/\bany more\b/i, 'anymore'],
  [/\b(?:stands? in the way|watch over)\b/i, 'No issues found; Nothing to do yet'],
  [/\bnot known here\b/i, "aren't included"],
  [/\bsoonest first\b/i, 'by due date'],
  [/\b(?:wish|wishes|spread a fund)\b|^(?:Wants|Gets)\b/i, 'request, allocate; Requested, Allocated'],
  [/\b(?:only …|nothing) is left of\b/i, 'has … left'],
  [/\bwrite (?:it )?down\b/i, 'record'],
  [/\bwith Microsoft for review\b/i, 'under review'],
  [/\bkeeps (?:nothing|no money)\b/i, 'no funds are reserved'],
  [/(?:^|[.:] |^To do: )say (?:whether|what|when|who|how|the)\b/i, 'enter, confirm'],
  [/\bis too (?:little|much)\b/i, 'must be'],
  [/\bshort of it\b/i, 'below threshold by'],
  [/\blike the lowest month\b|^Pace, a complete month/i, 'low case; average per full month'],
  [/^Together …/, 'total'],
  [/\brows came\b/i, 'rows added'],
  [/\b(?:days to plan with|planning days)\b/i, 'review and proof lead times'],
  [/\bits time is over\b/i, 'closed'],
  [/\bcame of it\b/i, 'results'],
  [/\btake it away\b/i, 'remove'],
  [/\bhow its cost is shown\b/i, 'proof of cost'],
  [/\bas it was before\b/i, 'undone'],
  [/\bsee over\b/i, 'any overage is shown separately'],
  [/\b(?:at the pace so far|will be missing)\b/i, 'at the current pace'],
  [/\brepeats\b/i, 'duplicates'],
];

/** Headers, names of kinds, and what a program does: each stays for the reason given. */
const ALLOWED: readonly (readonly [text: RegExp, why: string])[] = [
  [/^\s*Rule,Lever,From/, 'rows of a file: days in files are ISO'],
  [/^Repeats dropped$/, 'a header that LEDGER spills and tables have'],
  [/^(?:beside a table|no columns anew)$/, 'a kind of refusal, which no one reads'],
  [/It repeats each earning/, 'a verb'],
];

const ISO_DAY = /\b(?:19|20)\d\d-\d\d-\d\d\b/;
const US_DAY = /\b\d{1,2}\/\d{1,2}\/(?:19|20)\d\d\b/;
/** Advice on what to write, formulas, and files have days as yyyy-mm-dd. */
const WRITTEN_DAY = /(?:^=|^(?=[\d-]+$)|\blike "?|\bsuch as "?|\btakes a day |`=COOP|"=|\(")[^.]*(?:19|20)\d\d-\d\d-\d\d/;
/** Code that is a day and puts it bare into a text. */
const BARE_DAY =
  /(?:^|\.)(?:asOf|usageStart|usageEnd|claimDeadline|resolutionDeadline|claimOpens|lastSafeDay|submittedOn|approvedOn|paidOn|disputedOn|payBy|keepUntil)$/;

interface Found extends Pick<Sentence, 'file' | 'line' | 'text'> {
  why: string;
}

function faultsIn({ file, line, text, gaps }: Sentence): Found[] {
  if (ALLOWED.some(([allowed]) => allowed.test(text))) return [];
  const found = (why: string): Found => ({ file, line, text, why });
  return [
    ...BANNED.filter(([words]) => words.test(text)).map(([words, instead]) => found(`${words.source}: say "${instead}"`)),
    ...(ISO_DAY.test(text) && !WRITTEN_DAY.test(text) ? [found('a day reads Dec 31, 2026')] : []),
    ...(US_DAY.test(text) ? [found('a day reads Dec 31, 2026')] : []),
    ...(text.startsWith('=') ? [] : gaps.filter((gap) => BARE_DAY.test(gap)).map((gap) => found(`${gap} needs formatDay`))),
  ];
}

/** A file's lines as sentences, code blocks and code left out. */
function linesOf(file: string): Sentence[] {
  let isCode = false;
  return readFileSync(ROOT + file, 'utf8')
    .split('\n')
    .flatMap((raw, index) => {
      if (raw.startsWith('```')) isCode = !isCode;
      const text = raw.replace(/`[^`]*`/g, '`').trim();
      return isCode || text === '' ? [] : [{ file, line: index + 1, text, gaps: [] }];
    });
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
    .sort();

/** The text of a help page, tags and code left out. */
const textOf = (html: string): string[] =>
  html
    .replace(/<(style|code|pre|script|title)\b[\s\S]*?<\/\1>/g, ' ')
    .split(/<\/?(?:p|td|th|li|h\d|dd|dt|tr|table|body|main|a)\b[^>]*>/)
    .map((part) =>
      part
        .replace(/<[^>]*>/g, '')
        .replace(/&quot;/g, '"')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);

describe('the words people read', () => {
  const source = sentencesOfSource();
  const page = filesIn('src/workbench/page', /\.tsx?$/).flatMap((file) => sentencesIn(file, readFileSync(ROOT + file, 'utf8')));
  const notes = ['README.md', ...filesIn('src', /\.md$/)].flatMap(linesOf);
  const help = helpPages(readCatalogue(`${ROOT}src/functions`)).flatMap(({ path, text }) =>
    textOf(text).map((line, index): Sentence => ({ file: path, line: index + 1, text: line, gaps: [] })),
  );

  it.each([
    ['screens, cells, and rules', source, 1500],
    ['the workbench', page, 50],
    ['READMEs', notes, 200],
    ['help pages', help, 500],
  ])('are plain in %s', (what, sentences, atLeast) => {
    process.stdout.write(`${sentences.length} texts checked in ${what}\n`);
    expect(sentences.length).toBeGreaterThan(atLeast);
    expect(sentences.flatMap(faultsIn).map(({ file, line, text, why }) => `${file}:${line}: ${text} (${why})`)).toEqual([]);
  });

  it.each([
    ['a word', "throw badInput('The amount cannot be read.');"],
    ['a phrase between tags', 'const a = <p>Nobody said which fund pays for it.</p>;'],
    ['a phrase over gaps', 'const a = `Only ${x} is left of the ${y} that is free.`;'],
    ['an ISO day', "const a = 'Claims close on 2025-08-15.';"],
    ['a day in figures', "const a = 'Claims close on 8/15/2025.';"],
    ['a day put bare into a text', 'const a = `Claims close on ${fund.claimDeadline}.`;'],
  ])('fail on %s', (_what, planted) => {
    expect(sentencesIn('src/planted.tsx', planted).flatMap(faultsIn)).toHaveLength(1);
  });

  it.each([
    ['advice on what to write', 'const a = \'Write a date, or text like "2024-12-31".\';'],
    ['a formula', 'const a = `=COOP.DEADLINE(${half}, ${asOf})`;'],
    ['a day as people read it', 'const a = `Claims close on ${formatDay(fund.claimDeadline)}.`;'],
    ['a header that stays', "const a = { name: 'Repeats dropped' };"],
  ])('let %s pass', (_what, fine) => {
    expect(sentencesIn('src/fine.tsx', fine).flatMap(faultsIn)).toEqual([]);
  });

  it('are excused nowhere without need', () => {
    const texts = [...source, ...page, ...notes, ...help].map(({ text }) => text);
    for (const [allowed, why] of ALLOWED)
      expect(
        texts.some((text) => allowed.test(text)),
        why,
      ).toBe(true);
  });
});
