import { Button } from '@fluentui/react-components';
import type { Clash } from '../../planner/store/merge-form';
import type { Conflict } from '../../planner/store/planning-store';
import { Message } from './message';

interface SheetClashesProps<F> {
  clashes: readonly Clash<F>[];
  /** The field's name at the start of a sentence. */
  words: Readonly<Record<keyof F & string, string>>;
  /** The sheet's value for reading; null if it is too long for a sentence. */
  show?: (clash: Clash<F>) => string | null;
  onTake: (field: keyof F & string) => void;
}

/** Fields of an open form that also changed in the sheet, each with a button to take the sheet's value. */
export function SheetClashes<F>({ clashes, words, show = textOf, onTake }: SheetClashesProps<F>) {
  return clashes.map((clash) => {
    const theirs = show(clash);
    return (
      <Message
        key={clash.field}
        intent="warning"
        actions={
          <Button size="small" aria-label={`Use sheet value: ${words[clash.field]}`} onClick={() => onTake(clash.field)}>
            Use sheet value
          </Button>
        }
      >
        {words[clash.field]} also changed in the sheet{theirs !== null && `, to ${quoted(theirs)}`}. Saving keeps your value.
      </Message>
    );
  });
}

interface KeptConflictsProps {
  conflicts: readonly Conflict[];
  isBusy: boolean;
  /** Takes the sheet's value; null if it can't be written from here. */
  takeTheirs: (conflict: Conflict) => (() => void) | null;
}

/** Cells that both sides had changed at the time of saving, each with a button to take the sheet's value. */
export function KeptConflicts({ conflicts, isBusy, takeTheirs }: KeptConflictsProps) {
  return conflicts.map((conflict) => {
    const { subject, column, theirs, ours } = conflict;
    const take = takeTheirs(conflict);
    return (
      <Message
        key={`${subject} ${column}`}
        intent="warning"
        actions={
          take && (
            <Button size="small" aria-label={`Use sheet value: ${column}`} disabledFocusable={isBusy} onClick={take}>
              Use sheet value
            </Button>
          )
        }
      >
        {column} also changed in the sheet: {quoted(theirs)} there, {quoted(ours)} here. Your value was kept. The sheet's value is in
        CoopHistory.
      </Message>
    );
  });
}

const textOf = ({ theirs }: { theirs: unknown }): string | null => (typeof theirs === 'string' ? theirs : null);

const LONGEST = 120;

function quoted(text: string): string {
  if (text === '') return 'blank';
  return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;
}
