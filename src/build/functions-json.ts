import { withAddinUrl } from './addin-url';

/**
 * Finishes what the metadata generator wrote: help links lead to the real address, and a range that holds an error
 * cell still reaches the function. The generator knows no way to say the second; without it Excel shows the error
 * and never calls us.
 */
export function finishFunctionsJson(generated: string, url: string): string {
  const metadata = JSON.parse(withAddinUrl(generated, url)) as Record<string, unknown>;
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, ...metadata }, null, 2)}\n`;
}
