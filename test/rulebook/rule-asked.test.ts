import { describe, expect, it } from 'vitest';
import { findRule } from '../../src/rulebook/rule-asked';
import { rulesOn } from '../../src/rulebook/rules-on';

const ask = (text: string) => findRule(text, rulesOn('2024-11-15'), 'Microsoft Commerce Incentives');

describe('a rule asked for by its topic', () => {
  it.each([
    ['split', undefined],
    ['SPLIT : Azure CSP Customer Adds', 'Azure CSP Customer Adds'],
    ['rate: Azure consumption CSP motion', 'Azure consumption CSP motion'],
    ['rate: M365: Core', 'Core – Modern Work & Security billed revenue'],
    ['threshold', undefined],
    ['deadline', undefined],
    ['cap: customer offers', 'Customer offers'],
    ['cap: digital advertising', undefined],
    ['activity: Demand Generation - Digital advertising', 'Digital advertising'],
    ['payment', undefined],
    ['retention', undefined],
  ])('%s', (text, subject) => {
    const rule = ask(text);
    expect(rule.topic).toBe(text.split(/\W/)[0]!.toLowerCase());
    expect(rule.subject).toBe(subject);
  });

  it.each([
    [
      'weather',
      /^"weather" isn't a rule we have\. Write one of "split", "rate", "threshold", "deadline", "cap", "activity", "payment", or "retention"; details after a colon\.$/,
    ],
    [':split', /isn't a rule we have/],
    ['rate', /Write the lever/],
    ['rate: Growth: new', /No lever is called "Growth: new"/],
    ['cap: ', /Write the activity/],
    ['deadline: FY25', /takes no details/],
  ])('%s is refused', (text, sentence) => expect(() => ask(text)).toThrow(sentence));
});
