import { describe, expect, it } from 'vitest';
import type { FunctionEntry } from '../../src/build/catalogue';
import { helpPages, syntaxOf } from '../../src/build/help-pages';

const ENTRY: FunctionEntry = {
  id: 'HALVE',
  name: 'COOP.HALVE',
  file: 'halve.ts',
  exportName: 'halve',
  group: 'Earnings',
  summary: 'Halves <amounts> & says so.',
  parameters: [
    { name: 'amount', optional: false, description: 'A number, or text such as "1.50".' },
    { name: 'part', optional: true, description: 'Which.', choices: [{ value: 'both', description: 'Side by side' }] },
  ],
  examples: [
    {
      formula: '=COOP.HALVE(3,"both")',
      gives: [
        ['2', '1'],
        ['', '<x>'],
      ],
      note: 'Write `3`.',
    },
  ],
  seeAlso: ['DOUBLE'],
  helpUrl: 'https://localhost:3000/help/halve.html',
  helpPath: 'help/halve.html',
};
const DOUBLE: FunctionEntry = {
  ...ENTRY,
  id: 'DOUBLE',
  name: 'COOP.DOUBLE',
  summary: 'Doubles <amounts>.',
  seeAlso: [],
  helpPath: 'help/double.html',
};
const pages = new Map(helpPages([ENTRY, DOUBLE]).map(({ path, text }) => [path, text]));
const page = pages.get('help/halve.html')!;

describe('the help of a function', () => {
  it('shows how it is written, its arguments, their choices and its examples', () => {
    expect(syntaxOf(ENTRY)).toBe('=COOP.HALVE(amount, [part])');
    expect(page).toContain('<dt><code>part</code> <span class="optional">optional</span></dt>');
    expect(page).toContain('<li><code>&quot;both&quot;</code> Side by side</li>');
    expect(page).toContain('<tr><td class="number">2</td><td class="number">1</td></tr>\n<tr><td></td><td>&lt;x&gt;</td></tr>');
    expect(page).toContain('<p>Write <code>3</code>.</p>');
  });

  it('leads back to the index, and the index to it', () => {
    expect(page).toContain('href="index.html"');
    expect(pages.get('help/index.html')).toContain('<a href="halve.html">COOP.HALVE</a>');
  });

  it('leads to related functions, with what they do', () => {
    expect(page).toContain(
      '<h2>See also</h2>\n<dl class="functions">\n<dt><a href="double.html">COOP.DOUBLE</a></dt><dd>Doubles &lt;amounts&gt;.</dd>',
    );
    expect(pages.get('help/double.html')).not.toContain('See also');
  });

  it('takes words as words', () => {
    expect(page).toContain('Halves &lt;amounts&gt; &amp; says so.');
    expect(page).not.toContain('<amounts>');
  });

  it.each([...pages])('%s obeys a policy without inline style or script', (_path, text) => {
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect(text).toContain('<html lang="en">');
  });
});
