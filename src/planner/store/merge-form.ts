import type { Stored } from './planning-store';

/** A field that was changed here and in the sheet, with what the sheet says now. */
export interface Clash<F> {
  field: keyof F & string;
  theirs: F[keyof F];
}

/** A form that is being edited, while the row it was read from may change underneath. */
export interface FollowedForm<F, V> {
  /** What a save is merged against: fields as they were when editing began, lists of lines as last merged into the form. Null for a new row. */
  base: Stored<V> | null;
  /** The form as it would be without any input here: it follows the sheet. */
  began: F;
  form: F;
  clashes: readonly Clash<F>[];
}

/**
 * Merges changes in the sheet into the draft: unedited fields follow the sheet, edited fields stay and are reported. Lists
 * follow line by line; if lines have no ID yet, a list follows only if it is unedited, because such lines can't be
 * identified. Returns the same object if nothing changed.
 */
export function followForm<F extends object, V extends object, D extends FollowedForm<F, V>>(
  draft: D & FollowedForm<F, V>,
  now: Stored<V>,
  theirs: F,
): D {
  if (isSame(theirs, draft.began)) return draft;
  const form: F = { ...draft.form };
  const began: F = { ...theirs };
  const clashes: Clash<F>[] = [];
  let { base } = draft;
  for (const field of Object.keys(theirs) as (keyof F & string)[]) {
    const [mine, was, theirsNow] = [draft.form[field], draft.began[field], theirs[field]];
    if (isSame(theirsNow, was)) {
      const known = draft.clashes.find((clash) => clash.field === field);
      if (known && !isSame(mine, theirsNow)) clashes.push(known);
    } else if (isSame(mine, was) || isSame(mine, theirsNow)) {
      form[field] = theirsNow;
      if (Array.isArray(theirsNow)) base = base && withLines(base, now, field, 'theirs');
    } else if (!Array.isArray(theirsNow)) {
      clashes.push({ field, theirs: theirsNow });
    } else if ([mine, was, theirsNow].some((lines) => (lines as readonly Line[]).some(({ id }) => id.startsWith('#')))) {
      began[field] = was;
    } else {
      const merged = mergeLines(mine as readonly Line[], was as readonly Line[], theirsNow as readonly Line[]);
      form[field] = merged.lines as F[typeof field];
      if (merged.clash) clashes.push({ field, theirs: theirsNow });
      base = base && withLines(base, now, field, 'new of theirs');
    }
  }
  return { ...draft, base, form, began, clashes };
}

/** Replaces a field with the value in the sheet. */
export function takeTheirs<F extends object, D extends Pick<FollowedForm<F, unknown>, 'form' | 'clashes'>>(
  draft: D & Pick<FollowedForm<F, unknown>, 'form' | 'clashes'>,
  field: keyof F,
): D {
  const clash = draft.clashes.find((candidate) => candidate.field === field);
  if (!clash) return draft;
  return { ...draft, form: { ...draft.form, [field]: clash.theirs }, clashes: draft.clashes.filter((other) => other !== clash) };
}

/** Whether two values of a form say the same. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Line {
  id: string;
}

/** Merges line by line: lines edited here stay as they are here, all others are as in the sheet. */
function mergeLines(ours: readonly Line[], began: readonly Line[], theirs: readonly Line[]): { lines: Line[]; clash: boolean } {
  const [mineById, wasById, theirsById] = [byId(ours), byId(began), byId(theirs)];
  let clash = false;
  const lines: Line[] = [];
  for (const line of theirs) {
    const mine = mineById.get(line.id);
    const was = wasById.get(line.id);
    const isTouchedHere = !isSame(mine, was);
    if (isTouchedHere && !isSame(line, was) && !isSame(mine, line)) clash = true;
    const merged = isTouchedHere ? mine : line;
    if (merged) lines.push(merged);
  }
  for (const line of ours) {
    if (theirsById.has(line.id)) continue;
    const was = wasById.get(line.id);
    if (was && isSame(was, line)) continue;
    if (was) clash = true;
    lines.push(line);
  }
  return { lines, clash };
}

/** A base with the rows of lines merged into the form; without them, a save would add those lines again. */
function withLines<V extends object>(base: Stored<V>, now: Stored<V>, field: string, which: 'theirs' | 'new of theirs'): Stored<V> {
  const linesOf = ({ value }: Stored<V>): readonly Line[] => (value as Record<string, readonly Line[]>)[field] ?? [];
  const had = byId(linesOf(base));
  const taken = linesOf(now).filter(({ id }) => which === 'theirs' || !had.has(id));
  const parts = new Map(base.base.parts);
  if (which === 'theirs') for (const id of had.keys()) parts.delete(id);
  for (const { id } of taken) {
    const row = now.base.parts.get(id);
    if (row) parts.set(id, row);
  }
  return {
    ...base,
    value: { ...base.value, [field]: which === 'theirs' ? taken : [...linesOf(base), ...taken] },
    base: { ...base.base, parts },
  };
}

const byId = (lines: readonly Line[]): Map<string, Line> => new Map(lines.map((line) => [line.id, line]));
