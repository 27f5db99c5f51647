import { copiedFormula, type CopiedFormula } from './copied-cell';
import { elementsOf, insideOf, withoutElements, type Element } from './package/elements';
import { textOf } from './package/sheet-cells';
import { escapeXml, splice, withAttribute, type Edit } from './package/xml';
import type { Translation } from './translation';

/**
 * What changes in the conditional formats and data validations of a sheet's text from a position on, in both of the forms
 * in which Excel stores them. Without a plain formula, a format applies nowhere and a validation allows everything.
 */
export function editsOfRules(
  sheet: string,
  text: string,
  from: number,
  translation: Translation,
): { edits: Edit[]; copied: CopiedFormula[] } {
  const rest = text.slice(from);
  const edits: Edit[] = [];
  const copied: CopiedFormula[] = [];
  if (!translation.mayNeed(rest)) return { edits, copied };
  for (const kind of ['cfRule', 'dataValidation'] as const) {
    for (const rule of elementsOf(rest, kind)) {
      const content = rest.slice(rule.start, rule.end);
      const changed = ruleWithout(content, kind, sheet, translation);
      if (!changed) continue;
      copied.push(...changed.copied);
      edits.push({ start: from + rule.start, end: from + rule.end, text: changed.text });
    }
  }
  return { edits: edits.sort((a, b) => a.start - b.start), copied };
}

function ruleWithout(
  rule: string,
  kind: 'cfRule' | 'dataValidation',
  sheet: string,
  translation: Translation,
): { text: string; copied: CopiedFormula[] } | null {
  const copied: CopiedFormula[] = [];
  const edits: Edit[] = [];
  for (const element of formulasOf(rule)) {
    const inside = insideOf(rule, element);
    const formula = textOf(rule.slice(inside.start, inside.end));
    const read = translation.read(formula);
    if (!read) continue;
    const plain = translation.plain(read, { at: { sheet, cell: 'A1' } });
    copied.push(copiedFormula(`${kind === 'cfRule' ? 'Conditional format' : 'Data validation'} on ${sheet}`, formula, plain));
    edits.push({ ...inside, text: 'formula' in plain ? escapeXml(plain.formula) : '#N/A' });
  }
  if (edits.length === 0) return null;
  const isRemoved = kind === 'dataValidation' && copied.some(({ to }) => to === 'removed');
  return { text: isRemoved ? withoutValidation(rule) : splice(rule, edits), copied };
}

/** The elements with a formula: its text, or in the newer form one more element within it. */
function formulasOf(rule: string): Element[] {
  const newer = elementsOf(rule, 'f');
  return newer.length > 0 ? newer : elementsOf(rule, 'formula', 'formula1', 'formula2');
}

/** A validation that allows everything, where it was. */
function withoutValidation(rule: string): string {
  const [open] = elementsOf(rule, 'dataValidation');
  const rest = withoutElements(rule, elementsOf(rule, 'formula1', 'formula2'));
  return ['type', 'operator'].reduce((tag, name) => withAttribute(tag, name, null), open!.tag) + rest.slice(open!.tag.length);
}
