import { describe, expect, it } from 'vitest';
import { badInput } from '../../src/domain/problem';
import { findActivity, findCategory } from '../../src/rulebook/find-activity';
import { fold } from '../../src/rulebook/names';
import { ACTIVITY_NAMES } from '../../src/rulebook/rules/activities';

describe('findActivity', () => {
  it.each([
    ['digital advertising', 'Digital advertising'],
    ['Demand Generation - Digital Advertising', 'Digital advertising'],
    ['Demand Generation – Direct Mail, Email & Mobile SMS', 'Direct mail, email and mobile SMS'],
    ['Direct mail, email, and short message service (SMS)', 'Direct mail, email and mobile SMS'],
    ['Direct mail/email/SMS', 'Direct mail, email and mobile SMS'],
    ['Demand Generation - Partner Website and Search Engine Optimization', 'Partner website and search engine optimization'],
    ['Partner website & SEO', 'Partner website and search engine optimization'],
    ['Market Development - Internal Incentives/ SPIFFs', 'Internal incentives and SPIFFs'],
    ['Market Development - On Site Champ', 'On-site champ'],
    ['On-site chat', 'On-site champ'],
    ['Partner Readiness - MPN Participation', 'Microsoft AI Cloud Partner Program participation fee'],
    ['MAICPP fee', 'Microsoft AI Cloud Partner Program participation fee'],
    ['Partner Skilling - On-demand Training', 'On-demand training'],
    ['Customer seminars and boot camps', 'Customer seminars and bootcamps'],
    ['Trade shows & expositions', 'Tradeshows and expositions'],
    ['Tradeshows and exhibitions', 'Tradeshows and expositions'],
    ['Product seeding/demo units', 'Product seeding and demo units'],
    ['TV / Radio', 'TV/radio'],
  ])('%s is %s', (text, name) => {
    expect(findActivity(text)).toBe(name);
  });

  it('an unknown activity is not covered and names the nearest', () => {
    expect(() => findActivity(' Telemarkting ')).toThrow(
      expect.objectContaining({
        kind: 'not covered',
        message: expect.stringMatching(/^The guidebook does not list "Telemarkting"\. Did you mean "Telemarketing"/) as string,
      }),
    );
  });

  it('an empty text is bad input', () => {
    expect(() => findActivity('')).toThrow(badInput('The activity is empty. Write its name, such as "Digital advertising".'));
    expect(() => findActivity('')).toThrow(expect.objectContaining({ kind: 'bad input' }));
  });

  it('no name leads to two activities', () => {
    const spellings = ACTIVITY_NAMES.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(fold))]);
    expect(spellings.filter((spelling, i) => spellings.indexOf(spelling) !== i)).toEqual([]);
  });
});

describe('findCategory', () => {
  it.each([
    ['demand generation', 'Demand Generation'],
    ['Market-Development', 'Market Development'],
    ['Readiness', 'Partner Readiness'],
    ['skilling', 'Partner Skilling'],
  ])('%s is %s', (text, category) => {
    expect(findCategory(text)).toBe(category);
  });

  it('an unknown category is not covered and lists them', () => {
    expect(() => findCategory(' Advertising ')).toThrow(
      /^No category is called "Advertising"\. Write "Demand Generation", "Market Development", "Partner Readiness", or "Partner Skilling"\.$/,
    );
  });
});
