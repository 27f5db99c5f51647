// Who may import whom. src/README.md shows the same table; change both together.
// A rule's comment is what a person reads when it fires: it says what to do.

/** Folders of ours that a folder may import, besides itself, and why nothing else. */
const MAY_IMPORT = {
  domain: [[], 'The domain knows co-op and nothing else. Take the rule, the text or the number as an argument; the caller fetches it.'],
  rulebook: [['domain'], 'The rulebook is dated data. What is done with a rule belongs to domain/, how it is shown to the caller.'],
  cells: [
    ['domain', 'rulebook'],
    'cells/ only turns Excel values into ours and back. Do the work in domain/ or reports/ and call it from a function.',
  ],
  zip: [
    [],
    'zip/ finds and unpacks the files of a zip. What is in them and the sentences about it belong to whoever asked: reports/import or files/.',
  ],
  reports: [
    ['domain', 'rulebook', 'cells', 'zip'],
    'A report is read and checked here and nowhere kept. Storing belongs to storage/, showing to the pane.',
  ],
  functions: [
    ['domain', 'rulebook', 'cells', 'reports'],
    'A function reads cells, finds the rule, asks the domain and lays out cells. Move what it needs from elsewhere down into domain/ or reports/.',
  ],
  formulas: [[], 'formulas/ reads formula text and nothing else. What a formula means in our cells belongs to explain/.'],
  records: [
    ['domain', 'rulebook', 'cells'],
    'Rows of a table as plain data, for whoever has such rows. Excel, the pane and sentences of a screen belong elsewhere.',
  ],
  explain: [
    ['domain', 'rulebook', 'cells', 'formulas', 'functions'],
    'Explain runs the functions (all in explain/coop-functions.ts) and knows neither the pane nor storage. Hand it what it needs as an argument.',
  ],
  storage: [
    ['domain', 'rulebook', 'cells', 'records', 'formulas'],
    'storage/ speaks with the workbook. What the stored things mean belongs to domain/, how they look to the pane.',
  ],
  files: [
    ['domain', 'rulebook', 'cells', 'formulas', 'zip'],
    'files/ works on the bytes of workbooks and on formula text. Excel, the pane and what a person sees belong elsewhere; tests alone run the functions.',
  ],
  merging: [
    ['domain', 'rulebook', 'cells', 'records', 'storage', 'files', 'zip'],
    'Versions of the planning tables compared as plain data, and their files. Excel and the pane belong elsewhere: hand it rows or bytes.',
  ],
  planner: [
    ['domain', 'rulebook', 'cells', 'reports', 'explain', 'formulas', 'records', 'storage'],
    'The planner is what the pane knows and does, without React: it hands a screen values and verbs, and never imports one.',
  ],
  runtime: [
    ['domain', 'rulebook', 'cells', 'storage'],
    'The runtime starts before any pane: import the pane lazily from pane/main.tsx, and keep what both need in storage/.',
  ],
  pane: [
    ['domain', 'rulebook', 'cells', 'reports', 'explain', 'formulas', 'records', 'storage', 'planner'],
    'The pane shows and asks. It never imports a function (explain/ runs them), build/ or the workbench.',
  ],
  terminal: [
    ['domain', 'rulebook', 'cells', 'reports', 'records', 'explain', 'planner', 'files', 'merging'],
    'terminal/ prints what the domain, reports/, files/ and the planner say. Excel, the pane and the workbench have no place there.',
  ],
  build: [[], 'build/ reads source as text and runs in Node only. Write a comment or a data file for it to read.'],
  workbench: [[], 'The workbench plays Excel: it loads the built files from dist/, as Excel would, and imports nothing of ours.'],
};

/** The rooms of the domain: each imports only from those before it. */
const DOMAIN = ['text', 'money', 'calendar', 'earnings', 'funds', 'activities', 'claims', 'balance', 'checks', 'program', 'to-do'];

const rooms = DOMAIN.map((room, at) => ({
  name: `domain-${room}-imports`,
  comment: `domain/${room} knows only the rooms before it (${DOMAIN.slice(0, at).join(', ') || 'none'}). Move the part that both need up, or take it as an argument.`,
  severity: 'error',
  from: { path: `^src/domain/${room}/` },
  to: { path: '^src/domain/.+/', pathNot: `^src/domain/(${DOMAIN.slice(0, at + 1).join('|')})/` },
}));

const folders = Object.entries(MAY_IMPORT).map(([folder, [others, comment]]) => ({
  name: `${folder}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...others].join('|')})/` },
}));

/** Packages that only some files may use: [package, allowed files, what to do instead]. */
const PACKAGES = [
  [
    'zod',
    '^src/rulebook/rule-schema\\.ts$',
    'zod is heavy and says what a rule must look like, in rulebook/rule-schema.ts. Elsewhere, types are enough.',
  ],
  [
    'date-fns|@date-fns/utc',
    '^src/domain/calendar/',
    'Days are counted in domain/calendar/, as text and in UTC. Call it there; functions.js has no room for the package.',
  ],
  [
    'papaparse',
    '^src/(reports/import|workbench)/',
    'Delimited text is read in reports/import/ and by the workbench only. Hand the text to the reader there.',
  ],
  [
    'fflate',
    '^src/(reports/import|zip|files/package|workbench)/',
    'Zips are unpacked in zip/, reports/import/, files/package/ and by the workbench only. Hand the bytes to the reader there.',
  ],
  ['@borgar/fx', '^src/formulas/', 'Formulas are taken apart in formulas/. Call parseFormula there.'],
  [
    'react|react-dom|@fluentui/[^/]+',
    '^src/(pane|workbench/page)/',
    'React and Fluent belong to the pane. Return plain values and let a screen show them.',
  ],
  [
    '@univerjs/[^/]+|hucre|rxjs',
    '^src/workbench/',
    'The grid engine is a development tool and must never ship. Only the workbench may use it.',
  ],
  ['typescript|webpack|[^/]*-webpack-plugin', '^src/build/', 'Build tools are used in build/ only.'],
  [
    'playwright-core|@sparticuz/chromium',
    '^src/build/draw-icons\\.ts$',
    'A browser is driven by tests (test/support/browser.ts), not by the product.',
  ],
  ['office-addin-dev-certs|sirv|esbuild', '^src/workbench/', "Serving on localhost is the workbench's work."],
];

const packages = PACKAGES.map(([name, allowed, comment]) => ({
  name: `${name.split('|')[0].replace(/[^a-z-]/g, '')}-only-there`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: allowed },
  to: { path: `(^|/)node_modules/(${name})/` },
}));

module.exports = {
  forbidden: [
    ...folders,
    ...rooms,
    ...packages,
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or hide a third: move the shared part into a file both import. Types count, too; only files of the workbench may know each other by type.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles-in-workbench',
      comment:
        'Two files that need each other are one file, or hide a third: move the shared part into a file both import. (Types may refer back.)',
      severity: 'error',
      from: { path: '^src/workbench/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it is no entry: delete it, or import it where it is used.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [
          '\\.d\\.ts$',
          // webpack.config.js puts these in the place of trace.ts and new-finding.ts, and names things by the last
          '^src/cells/no-trace\\.ts$',
          '^src/domain/new-plain-finding\\.ts$',
          '^src/build/(draw-icons|start-excel|short-names)\\.ts$',
          '^src/(runtime/start\\.ts|pane/main\\.tsx|terminal/[^/]+\\.ts)$',
        ],
      },
      to: {},
    },
    {
      name: 'functions-are-called-by-excel',
      comment:
        'Only Explain imports functions, to run them. Call the domain function behind it, or move what they share into domain/, reports/ or cells/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/explain/coop-functions\\.ts$' },
      to: { path: '^src/functions/' },
    },
    {
      name: 'features-stand-alone',
      comment: 'One screen never imports another. What two screens share goes to pane/ui/; what one asks of another goes through app.tsx.',
      severity: 'error',
      from: { path: '^src/pane/features/([^/]+)/' },
      to: { path: '^src/pane/features/', pathNot: '^src/pane/features/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'A shared part takes what it shows as props; it knows no screen.',
      severity: 'error',
      from: { path: '^src/pane/ui/' },
      to: { path: '^src/pane/(features|shell)/' },
    },
    {
      name: 'shell-is-on-top',
      comment: 'A screen is shown by the shell and does not know it. Take what you need as a prop.',
      severity: 'error',
      from: { path: '^src/pane/(features|ui)/' },
      to: { path: '^src/pane/shell/' },
    },
    {
      name: 'excel-is-chosen-once',
      comment:
        'Only pane/main.tsx and the runtime choose Excel as the store. Take the port (storage/) as a prop or argument, so that tests can give a fake.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(storage/|runtime/|pane/main\\.tsx$)' },
      to: { path: '^src/storage/excel/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-source',
      comment: 'Source never imports test code. Move the shared part into src/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'listed-packages-only',
      comment: 'Import only what package.json names; a package of a package can vanish with any update.',
      severity: 'error',
      from: { path: '^src/' },
      // Univer's presets are lists of exact versions of its own packages
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '/@univerjs/' },
    },
    {
      name: 'no-development-package-ships',
      comment: 'What ships may only import "dependencies". Move the package there in package.json, or do without it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(build|workbench)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: check the path and the spelling.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
