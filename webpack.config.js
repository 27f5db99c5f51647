import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import CustomFunctionsMetadataPlugin from 'custom-functions-metadata-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { AddinFiles } from './src/build/addin-files.ts';
import { addinUrl, DEVELOPMENT_URL } from './src/build/addin-url.ts';
import { Budgets } from './src/build/budgets.ts';
import { functionFiles, readCatalogue } from './src/build/catalogue.ts';
import { frameAncestors, OFFICE_JS } from './src/build/headers.ts';
import { Notices } from './src/build/notices.ts';
import { SHORT_NAMES } from './src/build/short-names.ts';

const { name, version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const root = fileURLToPath(new URL('.', import.meta.url));
const pathTo = (path) => resolve(root, path);

/**
 * One module that imports every function, merged by webpack into one, and gives them to Excel in one go.
 * The query keeps the metadata plugin from adding a call of its own to each of the files.
 */
function functionsEntry(catalogue) {
  const lines = [
    // the last one first: what is alike stands closer then, and packs a hundred bytes smaller
    ...[...catalogue]
      .reverse()
      .map(
        ({ id, file, exportName }) => `import { ${exportName} as ${id} } from ${JSON.stringify(`${pathTo(`src/functions/${file}`)}?`)};`,
      ),
    `CustomFunctions.associate({ ${catalogue.map(({ id }) => id).join(', ')} });`,
  ];
  return `data:text/javascript,${encodeURIComponent(lines.join('\n'))}`;
}

/** How source becomes the add-in. Without ADDIN_URL for the workbench on this machine, with it for the address given. */
export default (_environment, { mode = 'production' }) => {
  const url = addinUrl(process.env.ADDIN_URL);
  const forWorkbench = url === DEVELOPMENT_URL;
  const functions = functionFiles(pathTo('src/functions'));
  const catalogue = readCatalogue(pathTo('src/functions'));
  const notices = new Notices(name);
  const shared = {
    mode,
    context: root,
    target: ['web', 'es2022'],
    // never eval, which the content security policy forbids
    devtool: forWorkbench ? (mode === 'development' ? 'cheap-module-source-map' : 'source-map') : false,
    output: {
      path: process.env.DIST_DIR ? resolve(process.env.DIST_DIR) : pathTo('dist'),
      // the manifest and Excel know these by name; only what they do not name carries a hash
      filename: '[name].js',
      chunkFilename: 'chunks/[name].[contenthash:8].js',
      // beside the page, which stands beside them; finding it out would be code to load
      publicPath: '',
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      // a name that is not exported is a mistake, never undefined at run time
      parser: { javascript: { exportsPresence: 'error' } },
      rules: [{ test: /\.tsx?$/, exclude: /node_modules/, loader: 'esbuild-loader', options: { target: 'es2022' } }],
    },
    // webpack's own minimizer and not esbuild's: two seconds more, and functions.js is a fifteenth smaller;
    // a build that is only too big can still be tried; it fails all the same
    optimization: { moduleIds: 'size', mangleExports: 'size', emitOnErrors: forWorkbench },
    performance: { hints: false },
    infrastructureLogging: { level: 'warn' },
    stats: 'errors-warnings',
  };
  // Two builds, so that functions.js is one piece that needs nothing else: modules shared between scripts cannot be merged,
  // and would make cells wait for an eighth more. What must be one on a page is in cells/page-state.ts.
  return [
    {
      ...shared,
      name: 'functions',
      entry: { functions: functionsEntry(catalogue) },
      output: { ...shared.output, clean: true },
      // webpack's own options but for one: a function used once would be moved into its caller and be a new one with each
      // call, which the engine learns anew how to run. COOP.LEDGER then takes a fifth longer and seven times the memory.
      optimization: {
        ...shared.optimization,
        minimizeOptions: {
          javascript: {
            compress: {
              passes: 3,
              reduce_funcs: false,
              pure_getters: true,
              unsafe_arrows: true,
              lhs_constants: false,
              // what is left of steps that only Explain shows
              pure_funcs: ['dollars', 'labelOf'],
            },
            mangle: { nth_identifier: SHORT_NAMES },
          },
        },
      },
      plugins: [
        new webpack.NormalModuleReplacementPlugin(/[\\/]trace$/, pathTo('src/cells/no-trace.ts')),
        new webpack.NormalModuleReplacementPlugin(/[\\/]new-finding$/, pathTo('src/domain/new-plain-finding.ts')),
        new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: functions }),
        new AddinFiles({
          url,
          catalogue,
          manifest: pathTo('manifest.xml'),
          helpStyle: pathTo('src/build/help.css'),
          frameAncestors: frameAncestors(process.env.FRAME_ANCESTORS),
        }),
        new CopyPlugin({
          patterns: [
            { from: pathTo('assets/icon-*.png'), to: 'assets/[name][ext]' },
            { from: pathTo('LICENSE'), to: 'LICENSE.txt' },
          ],
        }),
        notices,
        new Budgets(),
      ],
    },
    {
      ...shared,
      name: 'pane',
      // after the functions, whose build empties the folder
      dependencies: ['functions'],
      entry: { main: [pathTo('src/runtime/start.ts'), pathTo('src/pane/main.tsx')] },
      optimization: {
        ...shared.optimization,
        // a worker is one piece: it would look for others beside itself, and not beside the page
        splitChunks: { chunks: (chunk) => !chunk.canBeInitial() && chunk.name !== 'import-worker' },
      },
      plugins: [
        new webpack.DefinePlugin({ __CATALOGUE__: JSON.stringify(catalogue), __VERSION__: JSON.stringify(version) }),
        new HtmlPlugin({
          template: pathTo('src/pane/taskpane.html'),
          filename: 'taskpane.html',
          // with defer or async, office.js reports ready before a function is known, and the first answers are #VALUE!
          scriptLoading: 'blocking',
          inject: 'head',
          officeJs: forWorkbench ? '/officejs/office.js' : OFFICE_JS,
        }),
        notices,
        new Budgets(),
      ],
    },
  ];
};
