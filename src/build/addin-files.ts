import { readFileSync } from 'node:fs';
import type { Compilation, Compiler } from 'webpack';
import { withAddinUrl } from './addin-url';
import type { Catalogue } from './catalogue';
import { finishFunctionsJson } from './functions-json';
import { headersFile, staticWebAppConfig } from './headers';
import { helpPages } from './help-pages';

/** Writes all files other than the bundles: completes functions.json, and adds the manifest, help pages, catalogue and headers. */
export class AddinFiles {
  constructor(
    private readonly settings: {
      url: string;
      catalogue: Catalogue;
      manifest: string;
      helpStyle: string;
      frameAncestors: readonly string[];
    },
  ) {}

  /** Called by webpack. */
  apply(compiler: Compiler): void {
    const { RawSource } = compiler.webpack.sources;
    // Runs on the metadata plugin's own hook, right after it. Later, html-webpack-plugin's child compilation has already
    // emitted the generated functions.json, and webpack refuses two different files with the same name.
    compiler.hooks.compilation.tap('AddinFiles', (compilation: Compilation) => {
      const metadata = compilation.assets['functions.json'];
      if (metadata)
        compilation.assets['functions.json'] = new RawSource(finishFunctionsJson(metadata.source().toString(), this.settings.url));
    });
    compiler.hooks.thisCompilation.tap('AddinFiles', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'AddinFiles', stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const { path, text } of this.files()) compilation.emitAsset(path, new RawSource(text));
        },
      );
    });
  }

  private files(): { path: string; text: string }[] {
    const { url, catalogue, manifest, helpStyle, frameAncestors } = this.settings;
    return [
      { path: 'manifest.xml', text: withAddinUrl(readFileSync(manifest, 'utf8'), url) },
      { path: 'catalogue.json', text: `${JSON.stringify(catalogue, null, 2)}\n` },
      ...helpPages(catalogue),
      { path: 'help/help.css', text: readFileSync(helpStyle, 'utf8') },
      { path: '_headers', text: headersFile(frameAncestors) },
      { path: 'staticwebapp.config.json', text: staticWebAppConfig(frameAncestors) },
    ];
  }
}
