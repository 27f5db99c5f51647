import { fileURLToPath } from 'node:url';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Globals that no import checker sees, the only files that may touch them, and what to do elsewhere. */
const FENCES = [
  {
    names: ['Date'],
    open: ['src/domain/calendar/day.ts', 'src/terminal/**', 'src/workbench/**', 'src/build/**'],
    sentence: 'A Date has a clock and a zone. Use a Day and the functions of domain/calendar/day.ts; "today" is always an argument.',
  },
  {
    names: ['Excel'],
    open: ['src/storage/**', 'src/workbench/**'],
    sentence: 'Only storage/ speaks with the workbook. Give the port a verb for it and call that.',
  },
  {
    names: ['Office'],
    open: ['src/storage/**', 'src/runtime/**', 'src/cells/date-form.ts', 'src/pane/main.tsx', 'src/pane/ui/**', 'src/workbench/**'],
    sentence:
      'Only storage/, runtime/, cells/date-form.ts, pane/main.tsx and pane/ui/ know the host. Pass what you need as an argument or a prop.',
  },
  {
    names: ['CustomFunctions'],
    open: ['src/cells/**', 'src/explain/**', 'src/workbench/**'],
    sentence: 'Only cells/ knows cell errors. Throw a Problem (domain/problem.ts); answer() turns it into the right one.',
  },
  {
    names: ['localStorage'],
    open: ['src/pane/ui/dismissed.ts'],
    sentence:
      'Only pane/ui/dismissed.ts remembers, on this machine, which hints were put away. All that matters is kept in the workbook, through storage/.',
  },
  {
    names: ['sessionStorage', 'indexedDB', 'caches'],
    open: ['src/workbench/page/live-reload.ts'],
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

/** A later setting of a rule replaces an earlier one whole: so one full set for each place, folders before the files in them. */
function fences() {
  const covers = (open, place) => open === place || (open.endsWith('/**') && place.startsWith(open.slice(0, -2)));
  const places = ['src/**', ...new Set(FENCES.flatMap(({ open }) => open))].sort((a, b) => b.endsWith('/**') - a.endsWith('/**'));
  return places.map((place) => {
    const shut = FENCES.filter(({ open }) => !open.some((pattern) => covers(pattern, place)));
    const restricted = shut.flatMap(({ names, sentence }) => names.map((name) => ({ name, message: sentence })));
    return { files: [place], rules: { 'no-restricted-globals': ['error', ...restricted] } };
  });
}

/** The only files that ask what day or time it is; everybody else is told. */
const CLOCK = {
  open: [
    'src/planner/store/as-of-day.ts',
    'src/planner/store/open-planning.ts',
    'src/planner/store/to-edits.ts',
    'src/planner/claims/claims-session.ts',
    // a calendar file has the instant it was made
    'src/planner/take-away/make-calendar.ts',
    'src/planner/take-away/freeze-text.ts',
    // a command's day, unless it is given
    'src/terminal/**',
  ],
  sentence:
    'Only the planner looks at the clock: the store for the day screens show, a save for its time. Take "today" or "time" as an argument, so that a test can say it and a pane left open overnight is right.',
};

/** Words that relate a thing to another and don't say what it is. A property may have such a name, since it follows its object. */
const VAGUE = /^(at|its|of|one|own)$/;
/** Where a name is given: variables, functions, parameters, and what is taken out of objects and lists. */
const NAME_GIVEN =
  ':matches(VariableDeclarator, :function, TSFunctionType, TSMethodSignature, TSCallSignatureDeclaration, TSDeclareFunction,' +
  ' TSEmptyBodyFunctionExpression, TSParameterProperty, CatchClause, AssignmentPattern, ArrayPattern, RestElement, ObjectPattern > Property)' +
  ' > Identifier:matches(.id, .params, .parameter, .param, .left, .elements, .argument, .value)';

const SYNTAX = [
  {
    selector: `${NAME_GIVEN}[name=${VAGUE}]`,
    message: 'Call it what it is: an index, a row, a fund. "At", "its", "of", "one", and "own" need another word to mean something.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name everywhere.' },
  {
    selector: 'TSEnumDeclaration',
    message: 'A union of texts says the same. (Enums stand in functions/ only, for the choices Excel lists.)',
  },
];

/** A declaration of a module, and not one that says it never changes: ReadonlySet, ReadonlyMap, `readonly X[]`. */
const IN_MODULE =
  ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator' +
  ':not([id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly/]):not([id.typeAnnotation.typeAnnotation.operator="readonly"])';

/** What a module of the pane or the planner may not hold: it would outlive the pane and be shared by all that are open. */
const HELD = [
  ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind=/^(let|var)$/]',
  `${IN_MODULE} > NewExpression`,
  `${IN_MODULE} > ArrayExpression[elements.length=0]`,
  `${IN_MODULE} > ObjectExpression[properties.length=0]`,
].map((selector) => ({
  selector,
  message:
    'No state in modules: createPlanner (planner/planner.ts) makes what a pane knows, once, and usePlanner hands it on. What a page has once is in cells/page-state.ts. A constant says so by its type: ReadonlySet, ReadonlyMap, `readonly X[]`.',
}));

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // a port's async method need not wait in every implementation of it
      '@typescript-eslint/require-await': 'off',
      // Office and React both take handlers that promise
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': ['error', ...SYNTAX],
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['warn', { max: 200, skipComments: true, skipBlankLines: true }],
    },
  },
  ...fences(),
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: CLOCK.open,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(^|/)day$', importNames: ['todayInUtc', 'nowInUtc'], message: CLOCK.sentence }] },
      ],
    },
  },
  {
    files: ['src/functions/*.ts'],
    rules: {
      // enums, in double quotes and beside their function, are what the metadata generator reads
      'no-restricted-syntax': [
        'error',
        ...SYNTAX.filter(({ selector }) => selector !== 'TSEnumDeclaration'),
        {
          selector: 'TryStatement',
          message: 'answer() turns every Problem into a cell error. A function catches nothing.',
        },
      ],
    },
  },
  {
    files: ['src/pane/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/pane/**/*.{ts,tsx}', 'src/planner/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX, ...HELD] },
  },
  {
    files: ['src/workbench/page/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Excel's own error class is no Error, and a cell's answer is a promise only while the workbook is being read
    files: ['src/cells/**', 'test/**'],
    rules: { '@typescript-eslint/only-throw-error': 'off', '@typescript-eslint/await-thenable': 'off' },
  },
  {
    files: ['src/rulebook/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/storage/**/*.ts', 'src/runtime/**/*.ts', 'src/pane/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      // reads before load and sync it cannot follow through variables; office.js itself refuses them in the tests
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
    files: ['src/workbench/**', 'src/build/**', 'test/bench/**/*.ts', 'test/support/**/*.ts'],
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
