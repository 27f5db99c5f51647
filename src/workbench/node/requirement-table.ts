import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RequirementTable } from '../office/host-profiles';

const require = createRequire(import.meta.url);
const DECLARATIONS = require.resolve('@types/office-js/index.d.ts');

/** Types and members have these indentations in Microsoft's declarations, which are generated. */
const TYPE = /^ {4}(?:class|interface|enum) (\w+)/;
const MEMBER = /^ {8}(?:readonly )?(\w+)\??[(:<]/;
const API_SET = /\[Api set: *(\w+) (BETA|[\d.]*\d)/i;

let table: RequirementTable | undefined;

/**
 * The requirement set of each member of Excel's API, from Microsoft's type declarations. They're read line by line, since
 * a TypeScript parser takes seconds for their 10 MB.
 */
export function requirementTable(): RequirementTable {
  return (table ??= readTable(existsSync(DECLARATIONS) ? readFileSync(DECLARATIONS, 'utf8') : ''));
}

function readTable(text: string): RequirementTable {
  const found: Record<string, readonly [set: string, version: string]> = {};
  const begin = text.indexOf('\ndeclare namespace Excel {');
  const lines = text.slice(begin, text.indexOf('\n}', begin)).split('\n');
  let type = '';
  let set: readonly [string, string] | null = null;
  for (const line of lines) {
    const named = API_SET.exec(line);
    if (named) {
      set = [named[1]!, named[2]!];
      continue;
    }
    if (/^\s*(\/?\*|$)/.test(line)) continue;
    type = TYPE.exec(line)?.[1] ?? type;
    const member = MEMBER.exec(line)?.[1];
    // Of several overloads, the first is the oldest.
    if (member && set) found[`${type}.${member}`] ??= set;
    set = null;
  }
  return found;
}
