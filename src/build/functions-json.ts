import { withAddinUrl } from './addin-url';

/**
 * Completes the generated functions.json: help links get the real address, and ranges with error cells are passed to
 * functions. The generator has no option for the latter; without it, Excel shows the error and doesn't call the function.
 */
export function finishFunctionsJson(generated: string, url: string): string {
  const metadata = JSON.parse(withAddinUrl(generated, url)) as Record<string, unknown>;
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...metadata }, null, 2)}\n`;
}
