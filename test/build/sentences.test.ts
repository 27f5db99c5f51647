import { describe, expect, it } from 'vitest';
import { sentencesIn, sentencesOfSource } from '../../src/build/sentences';

const texts = (source: string): string[] => sentencesIn('src/x.tsx', source).map(({ text }) => text);

describe('the sentences of the source', () => {
  it.each([
    ['a sentence', "throw badInput('No half is named.');", ['No half is named.']],
    ['a template, with its gaps', 'const a = `${n} rows of ${name} were read.`;', ['… rows of … were read.']],
    ['text between tags, over lines', 'const a = <p>Choose\n  a file</p>;', ['Choose a file']],
    ['a word between tags', 'const a = <b>Save</b>;', ['Save']],
    ['a label', 'const a = <Field label="Budget" />;', ['Budget']],
    ['a title of a table', "const a = { title: 'Plan' };", ['Plan']],
    ['no module, type, or key', "import { a } from 'some words here';\nlet b: 'in the way' = c;\nconst d = { 'on a day': 1 };", []],
    ['no style', "const useStyles = makeStyles({ all: { border: '1px solid red' } });", []],
    ['no class, code, or choice', "const a = <b className=\"two words\">{kind === 'editing' && ''}</b>;", []],
  ])('has %s', (_what, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it('says where each is', () => {
    expect(sentencesIn('src/x.ts', "const a = 1;\nconst b = 'Two words.';")).toEqual([
      { file: 'src/x.ts', line: 2, text: 'Two words.', gaps: [] },
    ]);
  });

  it('keeps the code of each gap', () =>
    expect(sentencesIn('src/x.ts', 'const a = `From ${formatDay(day)} to ${n} rows.`;')).toMatchObject([
      { text: 'From … to … rows.', gaps: ['formatDay(day)', 'n'] },
    ]));

  it('finds those of screens, cells, and rules, and none of the workbench', () => {
    const all = sentencesOfSource();
    expect(all.length).toBeGreaterThan(2000);
    const folders = new Set(all.map(({ file }) => file.split('/')[1]));
    for (const folder of ['domain', 'rulebook', 'cells', 'storage', 'planner', 'pane']) expect(folders).toContain(folder);
    expect(folders).not.toContain('workbench');
    expect(folders).not.toContain('build');
  });
});
