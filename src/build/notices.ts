import { readFileSync } from 'node:fs';
import type { Compiler } from 'webpack';
import LicensePlugin from 'webpack-license-plugin';

/** The file beside the bundles with the name, version, license and license text of every package in them. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** What stands between two packages in it. */
export const RULE = `\n${'='.repeat(80)}\n\n`;

const HEAD = 'Co-op Planner for Excel includes these packages, each under its own license.\n';

/**
 * Texts, beside this file, for packages that come without one: the license their package.json names, with the copyright line
 * that their project publishes elsewhere.
 */
const TEXTS = new Map([['@fluentui/react-icons', 'fluentui-react-icons.license.txt']]);

/** Writes NOTICES, and fails the build for a package without a license text. One instance serves both builds and joins their packages. */
export class Notices {
  private readonly notices = new Map<string, string>();

  /** `ownPackage` is the name of the package that is built. */
  constructor(private readonly ownPackage: string) {}

  /** Called by webpack. */
  apply(compiler: Compiler): void {
    let withoutText: string[] = [];
    new LicensePlugin({
      // the plugin always writes its list as JSON first: under the same name, the text takes its place
      outputFilename: NOTICES,
      includeNoticeText: true,
      excludedPackageTest: (name) => name === this.ownPackage,
      additionalFiles: {
        [NOTICES]: (packages) => {
          withoutText = [];
          for (const { name, version, license, licenseText, noticeText } of packages) {
            const text = licenseText ?? textOf(name);
            if (text === undefined) withoutText.push(name);
            const parts = [`${name} ${version}\nLicense: ${license}\n`, text, noticeText];
            this.notices.set(`${name} ${version}`, parts.flatMap((part) => (part ? [`${part.trim()}\n`] : [])).join('\n'));
          }
          return [HEAD, ...[...this.notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice)].join(RULE);
        },
      },
    }).apply(compiler);
    compiler.hooks.thisCompilation.tap('Notices', (compilation) => {
      compilation.hooks.afterProcessAssets.tap('Notices', () => {
        for (const name of withoutText)
          compilation.errors.push(
            new compiler.webpack.WebpackError(`${name} comes without its license text; add one in src/build/notices.ts.`),
          );
      });
    });
  }
}

function textOf(name: string): string | undefined {
  const file = TEXTS.get(name);
  return file && readFileSync(new URL(file, import.meta.url), 'utf8');
}
