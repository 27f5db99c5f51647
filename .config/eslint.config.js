import { fileURLToPath } from 'node:url';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Globals that no import checker sees, the only files that may touch them, and what to do elsewhere. */
const FENCES = [
  {
    names: ['Date'],
    open: ['src/domain/day.ts', 'src/workbench/**', 'src/build/**'],
    sentence: 'A Date has a clock and a zone. Use a Day and the functions of domain/day.ts; "today" is always an argument.',
  },
  {
    names: ['Excel'],
    open: ['src/storage/**', 'src/workbench/**'],
    sentence: 'Only storage/ speaks with the workbook. Give the port a verb for it and call that.',
  },
  {
    names: ['Office'],
    open: ['src/storage/**', 'src/runtime/**', 'src/cells/date-form.ts', 'src/pane/main.tsx', 'src/pane/ui/**', 'src/workbench/**'],
    sentence: 'Only storage/, runtime/, cells/date-form.ts, pane/main.tsx and pane/ui/ know the host. Pass what you need as an argument or a prop.',
  },
  {
    names: ['CustomFunctions'],
    open: ['src/cells/**', 'src/explain/**', 'src/workbench/**'],
    sentence: 'Only cells/ knows cell errors. Throw a Problem (domain/problem.ts); answer() turns it into the right one.',
  },
  {
    names: ['localStorage', 'sessionStorage', 'indexedDB', 'caches'],
    open: [],
    sentence: 'Nothing is kept outside the workbook: another person, or another machine, would not see it. Keep it through storage/.',
  },
  {
    names: ['alert', 'confirm', 'prompt'],
    open: [],
    sentence: 'Office forbids it in a pane. Show a message in the screen, or a Fluent Dialog.',
  },
  {
    names: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
    open: ['src/workbench/**', 'src/build/**'],
    sentence: 'The add-in sends nothing to anybody and its policy forbids it. Put the data into the build.',
  },
];

/** One set of restrictions for each place, since a later setting of a rule replaces the earlier whole. */
function fences() {
  const places = [...new Set(FENCES.flatMap(({ open }) => open))];
  const restricted = (place) =>
    FENCES.filter(({ open }) => !open.includes(place)).flatMap(({ names, sentence }) => names.map((name) => ({ name, message: sentence })));
  return [
    { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-globals': ['error', ...restricted(null)] } },
    ...places.map((place) => ({ files: [place], rules: { 'no-restricted-globals': ['error', ...restricted(place)] } })),
  ];
}

const SYNTAX = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name everywhere.' },
  {
    selector: 'TSEnumDeclaration',
    message: 'A union of texts says the same. (Enums stand in functions/ only, for the choices Excel lists.)',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', prefer: 'type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...SYNTAX],
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['warn', { max: 200, skipComments: true, skipBlankLines: true }],
    },
  },
  ...fences(),
  {
    files: ['src/functions/*.ts'],
    rules: {
      // enums, in double quotes and beside their function, are what the metadata generator reads
      'no-restricted-syntax': ['error', ...SYNTAX.filter(({ selector }) => selector !== 'TSEnumDeclaration'), {
        selector: 'TryStatement',
        message: 'answer() turns every Problem into a cell error. A function catches nothing.',
      }],
    },
  },
  {
    files: ['src/pane/**/*.{ts,tsx}', 'src/workbench/page/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/storage/**/*.ts', 'src/runtime/**/*.ts', 'src/pane/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    // these talk to a person at a terminal
    files: ['src/workbench/*.ts', 'src/build/*.ts', 'test/bench/**/*.ts', 'test/support/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // tests look into JSON and foreign values on purpose
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': 'off',
    },
  },
);
