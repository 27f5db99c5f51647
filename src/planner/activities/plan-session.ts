import type { Activity } from '../../domain/activities/activity';
import type { ExchangeRate } from '../../domain/activities/rate-in-force';
import type { FundId } from '../../domain/funds/fund';
import { duplicateActivity } from '../../domain/activities/split-activity';
import { takeTheirs } from '../store/merge-form';
import { noticeOf, PlanningSession, type SavingWork } from '../store/planning-session';
import { newId, type Change, type PlanningChanges, type Stored, type PlanningStore } from '../store/planning-store';
import { draftOf, follow, isUnsaved, type Draft } from './activity-draft';
import type { ActivityForm } from './activity-form';
import { blankActivity, nameOf } from './blank-activity';

/** What the Plan screen shows. */
export type PlanView = PlanListView | { show: 'editor' } | { show: 'suggest'; fund: FundId } | { show: 'settings' } | { show: 'rates' };

/** The list, and the item to return to: an activity by its ID, or a fund by its key. */
interface PlanListView {
  show: 'list';
  activity?: string;
  fund?: string;
}

/** What the Plan tab shows: the activities, or the balance of each fund. */
export type PlanPart = 'activities' | 'balance';

/** The state of the work on the plan. */
export interface PlanWork extends SavingWork {
  part: PlanPart;
  view: PlanView;
  draft: Draft | null;
  /** Requests that aren't in the plan yet, as typed. */
  wishes: readonly ActivityForm[];
  /** IDs of the plan's drafts that aren't requests this time. */
  leftOut: readonly string[];
}

/** The work on a plan that is not in the sheet yet. */
export class PlanSession extends PlanningSession<PlanWork> {
  constructor(store: PlanningStore) {
    super(store, { part: 'activities', view: { show: 'list' }, draft: null, wishes: [], leftOut: [], notice: null, isBusy: false });
  }

  readonly choosePart = (part: PlanPart): void => this.say({ part });

  readonly show = (view: PlanView): void => this.say({ view, notice: null });

  /** Opens an activity. An unsaved draft comes first, so that a click doesn't lose input. */
  readonly edit = (stored: Stored<Activity>): void => this.open(draftOf(stored.value, stored));

  /** Opens a new activity of a fund, with fields that are already filled in. */
  readonly begin = (fund: FundId | null, fields: Partial<ActivityForm> = {}): void => {
    const draft = draftOf(blankActivity(newId('A'), fund), null);
    this.open({ ...draft, form: { ...draft.form, ...fields } });
  };

  readonly type = (change: Partial<ActivityForm>): void => {
    const { draft } = this.current();
    if (draft) this.say({ draft: { ...draft, form: { ...draft.form, ...change } } });
  };

  /** Replaces one field with the value in the sheet. */
  readonly takeTheirs = (field: keyof ActivityForm): void => {
    const { draft } = this.current();
    if (draft) this.say({ draft: takeTheirs(draft, field) });
  };

  /** Goes back to the list; an unsaved draft is kept. */
  readonly leave = (): void => {
    const { draft } = this.current();
    this.say({ view: { show: 'list', activity: draft?.was.id ?? '' }, draft: draft && isUnsaved(draft) ? draft : null });
  };

  readonly discard = (): void => this.say({ view: { show: 'list' }, draft: null, notice: null });

  /** Saves what is being written. */
  readonly save = async (activity: Activity): Promise<void> => {
    const { draft } = this.current();
    if (!draft) return;
    const asDraft = activity.status === 'draft' && draft.form.status !== 'draft';
    const said = `Saved "${nameOf(activity)}"${asDraft ? ' as a draft' : ''}.`;
    const base = draft.isGone ? null : draft.base;
    await this.saving([{ value: activity, base }], said, () => this.say({ view: { show: 'list', activity: activity.id }, draft: null }));
  };

  readonly duplicate = (activity: Activity): Promise<void> =>
    this.saving([{ value: duplicateActivity(activity, newId), base: null }], `Duplicated "${nameOf(activity)}" as a draft.`);

  /** Saves a changed activity of the list. */
  readonly change = (stored: Stored<Activity>, value: Activity, said: string): Promise<void> =>
    this.saving([{ value, base: stored }], said);

  /** Saves an activity in two parts, the first in its own place; also while it is being written. */
  readonly split = (parts: readonly [Activity, Activity], base: Stored<Activity> | null): Promise<void> =>
    this.saving(
      [
        { value: parts[0], base },
        { value: parts[1], base: null },
      ],
      `Split "${nameOf(parts[0])}" into two activities, one for each usage period.`,
      () => {
        if (this.current().draft?.was.id === parts[0].id) this.say({ view: { show: 'list' }, draft: null });
      },
    );

  readonly remove = (stored: Stored<Activity>): Promise<void> =>
    this.saving([{ remove: stored }], `Deleted "${nameOf(stored.value)}".`, () => {
      if (this.current().draft?.was.id === stored.value.id) this.say({ draft: null });
    });

  readonly wish = (wishes: readonly ActivityForm[]): void => this.say({ wishes });

  readonly leaveOut = (leftOut: readonly string[]): void => this.say({ leftOut });

  /** Saves the allocation as one undo step; typed requests become activities. */
  readonly grant = (changes: readonly Change<Activity>[], said: string): Promise<void> =>
    this.saving(changes, said, () => this.say({ view: { show: 'list' }, wishes: [], leftOut: [] }));

  /** Saves the settings of the plan and the names of Partner IDs, as far as they changed; answers whether they were saved. */
  readonly saveSettings = (changes: Pick<PlanningChanges, 'settings' | 'partners'>): Promise<boolean> => {
    const said = 'Saved the settings.';
    return this.run(() => this.store.save(changes, said), said, { done: () => this.say({ view: { show: 'list' } }) });
  };

  /** Saves, adds, or deletes exchange rates as one undo step; whether that worked. */
  readonly saveRates = (changes: readonly Change<ExchangeRate>[], said: string): Promise<boolean> =>
    this.run(() => this.store.save({ rates: changes }, said), said);

  private open(next: Draft): void {
    const { draft } = this.current();
    const isUnfinished = draft !== null && isUnsaved(draft);
    const isAnother = isUnfinished && draft.was.id !== next.was.id;
    const notice = isAnother ? noticeOf(`"${nameOf(draft.form)}" isn't saved yet. Save or discard it first.`) : null;
    this.say({ view: { show: 'editor' }, draft: isUnfinished ? draft : next, notice });
  }

  private async saving(changes: readonly Change<Activity>[], said: string, done: () => void = () => undefined): Promise<void> {
    await this.run(() => this.store.save({ activities: [...changes] }, said), said, { done });
  }

  protected follow(): void {
    const { draft } = this.current();
    const state = this.store.current();
    if (!draft?.base || state.step !== 'read') return;
    const { base } = draft;
    const now = state.read.activities.find((stored) =>
      base.value.id === '' ? stored.row === base.row : stored.value.id === base.value.id,
    );
    const followed = follow(draft, now ?? null);
    if (followed !== draft) this.say({ draft: followed });
  }
}
