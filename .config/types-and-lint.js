import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

/**
 * `npm run types` and `npm run lint` in one, for the tests: the linter asks the program that was just checked, so that no type
 * is found out twice. Prints what is wrong, and ends with 1 where anything is.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, root);
// with parents, by which the linter goes up from a node
const program = ts.createProgram(fileNames, options, ts.createCompilerHost(options, true));
const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program)];
process.stdout.write(
  ts.formatDiagnostics(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
);

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: '.config/eslint.config.js',
  overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { programs: [program] } } },
});
const faults = ESLint.getErrorResults(await eslint.lintFiles(['src', 'test', 'webpack.config.js']));
process.stdout.write(await (await eslint.loadFormatter('stylish')).format(faults));
process.exitCode = diagnostics.length + faults.length > 0 ? 1 : 0;
