import { Observable } from '../observable';
import type { Conflict, PlanningStore, Saved, UndoStep } from './planning-store';
import { describeUndone } from './save-messages';

/** The result of the last thing asked for. */
export interface Notice {
  intent: 'success' | 'warning';
  sentence: string;
  conflicts: readonly Conflict[];
  /** The save it reports, if it can be undone from here. */
  undo: UndoStep | null;
}

/** The saving state that every screen that saves shows. */
export interface SavingWork {
  notice: Notice | null;
  isBusy: boolean;
}

/**
 * The unsaved work of a screen. It outlives the screen, so that switching tabs loses nothing, and it follows changes in
 * the sheet.
 */
export abstract class PlanningSession<Work extends SavingWork> extends Observable<Work> {
  /** What was saved from this screen. */
  private readonly steps: UndoStep[] = [];

  constructor(
    protected readonly store: PlanningStore,
    initial: Work,
  ) {
    super(initial);
    store.subscribe(() => this.followSheet());
  }

  /** The latest save of this screen that can still be undone, or null. Other screens undo their own saves. */
  readonly lastStep = (): UndoStep | null => this.steps.filter((step) => this.store.undoable.includes(step)).at(-1) ?? null;

  /** Takes a save of this screen back, and names it. */
  readonly undo = async (step: UndoStep): Promise<void> => {
    if (this.store.undoable.includes(step)) await this.run(() => step.run(), describeUndone(step.sentence));
  };

  readonly dismiss = (): void => this.say({ notice: null } as Partial<Work>);

  readonly report = (sentence: string, intent: Notice['intent'] = 'warning'): void =>
    this.say({ notice: noticeOf(sentence, intent) } as Partial<Work>);

  /** Merges changes in the sheet; never called during a save. */
  protected abstract follow(): void;

  protected followSheet(): void {
    if (!this.current().isBusy && this.store.current().step === 'read') this.follow();
  }

  /** Runs one save at a time, reports the result, and answers whether it was saved; `done` gets the IDs assigned to rows. */
  protected async run(
    save: () => Promise<Saved>,
    said: string,
    { done }: { done?: (ids: ReadonlyMap<string, string>) => void } = {},
  ): Promise<boolean> {
    if (this.current().isBusy) return false;
    this.say({ notice: null, isBusy: true } as Partial<Work>);
    const saved = await save();
    const notice: Notice =
      saved.outcome === 'trouble'
        ? noticeOf(saved.sentence)
        : {
            intent: saved.conflicts.length > 0 ? 'warning' : 'success',
            sentence: said,
            conflicts: saved.conflicts,
            undo: saved.undo ?? null,
          };
    if (saved.outcome === 'saved') {
      if (saved.undo) this.steps.push(saved.undo);
      done?.(saved.ids);
    }
    this.say({ notice, isBusy: false } as Partial<Work>);
    this.followSheet();
    return saved.outcome === 'saved';
  }

  protected say(part: Partial<Work>): void {
    this.set({ ...this.current(), ...part });
  }
}

/** A sentence about something that can't be undone. */
export const noticeOf = (sentence: string, intent: Notice['intent'] = 'warning'): Notice => ({
  intent,
  sentence,
  conflicts: [],
  undo: null,
});
