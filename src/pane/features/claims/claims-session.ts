import type { Activity } from '../../../domain/activity';
import type { ClaimDays } from '../../../domain/claim-clock';
import { claimFromActivity, type ClaimStart } from '../../../domain/claim-from-activity';
import type { Claim, ClaimStatus, HistoryEntry } from '../../../domain/claim-kept';
import { move, STATUS_NAMES } from '../../../domain/claim-status';
import { nowInUtc, type Day } from '../../../domain/day';
import { formatUsd } from '../../../domain/money';
import type { Contact, PlanSettings } from '../../../storage/settings-table';
import { newId, type Conflict, type Kept, type PlanningStore, type PlanningChanges } from '../../planning/planning-store';
import { amountOf, formOf, readForm, type ClaimForm } from './claim-form';

/** A claim that is being worked on. */
export interface ClaimDraft {
  /** The row it was read from; null for one that is not in the sheet yet. */
  base: Kept<Claim> | null;
  /** The form as it would be if nobody here had typed anything. */
  began: ClaimForm;
  form: ClaimForm;
  isGone: boolean;
}

/** What came of the last thing asked for. */
export interface Told {
  intent: 'success' | 'warning';
  sentence: string;
  conflicts: readonly Conflict[];
  canUndo: boolean;
}

/** A move that is being written down. */
export interface MoveForm {
  to: ClaimStatus;
  on: string;
  amount: string;
  note: string;
  refusal: string | null;
}

/** About which activity a creative review is asked for, and whom what was typed names; the rest is as the workbook keeps it. */
export interface ReviewForm extends Partial<Record<Contact, string>> {
  activityId: string;
}

/** Where working on claims stands. */
export interface ClaimsWork {
  view: 'list' | 'new' | 'claim' | 'review' | 'summary';
  draft: ClaimDraft | null;
  moving: MoveForm | null;
  review: ReviewForm;
  /** The activity a claim is to begin with, where somebody came for it. */
  chosen: string | null;
  /** The user's own low-dollar figure while it is typed; null where nobody types. */
  lowDollar: string | null;
  /** The sections of a claim that are open. */
  open: readonly string[];
  told: Told | null;
  isBusy: boolean;
}

/** The work on claims that is not in the sheet yet. It outlives the screen, so that another tab and back loses nothing. */
export class ClaimsSession {
  private work: ClaimsWork = {
    view: 'list',
    draft: null,
    moving: null,
    review: { activityId: '' },
    chosen: null,
    lowDollar: null,
    open: ['portal'],
    told: null,
    isBusy: false,
  };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly store: PlanningStore) {
    store.subscribe(this.followSheet);
  }

  readonly current = (): ClaimsWork => this.work;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly show = (view: ClaimsWork['view']): void => this.say({ view, chosen: null, told: null });

  /** Chooses what a claim begins with, one activity first. */
  readonly chooseFor = (activityId: string): void => this.say({ view: 'new', chosen: activityId, told: null });

  /** Opens a claim; one with something unsaved is gone on with. */
  readonly open = (kept: Kept<Claim>): void => {
    const { draft } = this.work;
    const isOpen = draft !== null && draft.form.id === kept.value.id;
    this.say({ view: 'claim', draft: isOpen ? draft : draftOf(kept.value, kept), moving: isOpen ? this.work.moving : null, told: null });
  };

  /** Begins a claim on an activity, and writes it into the sheet at once. */
  readonly begin = async (activity: Activity, start: Omit<ClaimStart, 'newId'>): Promise<void> => {
    const claim = claimFromActivity(activity, { ...start, newId });
    const created: HistoryEntry = { at: nowInUtc(), subject: claim.id, what: 'created', from: '', to: claim.name, where: 'pane', note: '' };
    await this.run({ claims: [{ value: claim, base: null }], history: [created] }, `Began a claim on “${activity.activity}”.`, (ids) => {
      this.say({ view: 'claim', moving: null, open: ['portal'] });
      this.reopen(claim, ids);
    });
  };

  readonly type = (change: Partial<ClaimForm>): void => {
    const { draft } = this.work;
    if (draft) this.say({ draft: { ...draft, form: { ...draft.form, ...change } }, told: null });
  };

  readonly typeReview = (change: Partial<ReviewForm>): void => this.say({ review: { ...this.work.review, ...change } });

  /** Keeps whom requests for review name, for this workbook. */
  readonly saveContacts = async (settings: PlanSettings, contacts: Record<Contact, string>): Promise<void> => {
    const kept = Object.fromEntries(Object.entries(contacts).map(([contact, name]) => [contact, name.trim()]));
    await this.run({ settings: { ...settings, contacts: kept } }, 'The next request begins with these names.', () => this.say({ review: { activityId: this.work.review.activityId } }));
  };

  readonly askReview = (activityId: string): void => this.say({ view: 'review', review: { ...this.work.review, activityId }, told: null });

  readonly typeLowDollar = (lowDollar: string): void => this.say({ lowDollar });

  /** Keeps the user's own low-dollar figure, for this workbook; a blank one is none. */
  readonly saveLowDollar = async (settings: PlanSettings): Promise<void> => {
    const text = this.work.lowDollar?.trim() ?? '';
    const figure = text === '' ? null : amountOf(text);
    if (text !== '' && (figure === null || figure < 0)) return this.report('The low-dollar figure cannot be read. Write an amount such as 500.');
    const said = figure === null ? 'New claims no longer begin as low-dollar claims.' : `New claims below ${formatUsd(figure)} begin as low-dollar claims.`;
    await this.run({ settings: { ...settings, lowDollar: figure } }, said, () => this.say({ lowDollar: null }));
  };

  readonly setOpen = (open: readonly string[]): void => this.say({ open });

  /** Back to the list; what is not saved waits there. */
  readonly leave = (): void => {
    const { draft } = this.work;
    this.say({ view: 'list', draft: draft && isUnsaved(draft) ? draft : null, moving: null, told: null });
  };

  readonly discard = (): void => {
    const { draft } = this.work;
    if (draft) this.say({ draft: { ...draft, form: draft.began }, told: null });
  };

  readonly save = async (): Promise<void> => {
    const draft = this.readable();
    if (draft) await this.keep(draft.claim, draft.base, [], `Saved “${nameOf(draft.claim)}”.`);
  };

  readonly beginMove = (to: ClaimStatus, on: Day, amount = ''): void => this.say({ moving: { to, on, amount, note: '', refusal: null }, told: null });

  readonly typeMove = (change: Partial<MoveForm>): void => {
    if (this.work.moving) this.say({ moving: { ...this.work.moving, refusal: null, ...change } });
  };

  readonly endMove = (): void => this.say({ moving: null });

  /** Moves the claim to the status that is being written down, with whatever else was typed into it. */
  readonly move = async (on: Day, amount: number | null, days: ClaimDays): Promise<void> => {
    const { moving } = this.work;
    const draft = this.readable();
    if (!moving || !draft) return;
    const moved = move(draft.claim, moving.to, { on, asOf: this.store.asOf(), at: nowInUtc(), days, amount, note: moving.note });
    if ('refusal' in moved) return this.typeMove({ refusal: moved.refusal });
    await this.keep(moved.claim, draft.base, [moved.entry], `“${nameOf(moved.claim)}” moved to ${STATUS_NAMES[moved.claim.status]} on ${on}.`);
  };

  readonly remove = async (kept: Kept<Claim>): Promise<void> => {
    await this.run({ claims: [{ remove: kept }] }, `Deleted “${nameOf(kept.value)}”.`, () => this.say({ view: 'list', draft: null, moving: null }));
  };

  readonly undo = async (): Promise<void> => {
    const { undo } = this.store;
    if (!undo || this.work.isBusy) return;
    this.say({ isBusy: true });
    const saved = await undo.run();
    const told: Told =
      saved.outcome === 'saved'
        ? { intent: 'success', sentence: 'The claims are as they were before.', conflicts: saved.conflicts, canUndo: false }
        : { intent: 'warning', sentence: saved.sentence, conflicts: [], canUndo: false };
    this.say({ isBusy: false, told });
    this.followSheet();
  };

  readonly dismiss = (): void => this.say({ told: null });

  readonly report = (sentence: string, intent: Told['intent'] = 'warning'): void => this.say({ told: { intent, sentence, conflicts: [], canUndo: false } });

  private readable(): { claim: Claim; base: Kept<Claim> | null } | null {
    const { draft } = this.work;
    if (!draft) return null;
    const { claim, mistakes } = readForm(draft.form);
    const [first] = mistakes.values();
    if (first !== undefined) {
      this.report(`Something cannot be read yet. ${first}`);
      return null;
    }
    return { claim, base: draft.isGone ? null : draft.base };
  }

  private async keep(claim: Claim, base: Kept<Claim> | null, history: HistoryEntry[], said: string): Promise<void> {
    await this.run({ claims: [{ value: claim, base }], ...(history.length > 0 && { history }) }, said, (ids) => {
      this.say({ moving: null });
      this.reopen(claim, ids);
    });
  }

  /** After a save the draft stands on the row as it is now. */
  private reopen(claim: Claim, ids: ReadonlyMap<string, string>): void {
    const id = ids.get(claim.id) ?? claim.id;
    const kept = this.keptOf(id);
    this.say({ draft: draftOf(kept?.value ?? { ...claim, id }, kept) });
  }

  private keptOf(id: string): Kept<Claim> | null {
    const state = this.store.current();
    return state.step === 'read' ? (state.read.claims.find(({ value }) => value.id === id) ?? null) : null;
  }

  private async run(changes: PlanningChanges, said: string, done: (ids: ReadonlyMap<string, string>) => void): Promise<void> {
    if (this.work.isBusy) return;
    this.say({ isBusy: true, told: null });
    const saved = await this.store.save(changes, said);
    if (saved.outcome === 'trouble') return this.say({ isBusy: false, told: { intent: 'warning', sentence: saved.sentence, conflicts: [], canUndo: false } });
    this.say({ isBusy: false, told: { intent: saved.conflicts.length > 0 ? 'warning' : 'success', sentence: said, conflicts: saved.conflicts, canUndo: true } });
    done(saved.ids);
  }

  /** A claim nobody typed into follows the sheet; what was typed stays and is merged when it is saved. */
  private readonly followSheet = (): void => {
    const { draft, isBusy } = this.work;
    if (!draft?.base || isBusy || this.store.current().step !== 'read') return;
    const now = this.keptOf(draft.base.value.id);
    if (now === null && !isUnsaved(draft)) {
      const { view } = this.work;
      this.say({ draft: null, moving: null, view: view === 'claim' || view === 'summary' ? 'list' : view });
    } else if (now === null) {
      if (!draft.isGone) this.say({ draft: { ...draft, isGone: true } });
    } else if (!isUnsaved(draft) && now !== draft.base) this.say({ draft: draftOf(now.value, now) });
    else if (draft.isGone) this.say({ draft: { ...draft, isGone: false } });
  };

  private say(change: Partial<ClaimsWork>): void {
    this.work = { ...this.work, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Whether anything was typed that the sheet does not hold. */
export const isUnsaved = ({ base, began, form }: ClaimDraft): boolean => base === null || JSON.stringify(began) !== JSON.stringify(form);

/** What a claim is called; one without a name goes by its activity. */
export const nameOf = ({ name, activity }: Pick<Claim, 'name' | 'activity'>): string => name || activity || 'Claim without a name';

function draftOf(claim: Claim, base: Kept<Claim> | null): ClaimDraft {
  const form = formOf(claim);
  return { base, began: form, form, isGone: false };
}

let shared: { store: PlanningStore; session: ClaimsSession } | null = null;

/** The one work on claims of a pane. */
export function sessionOf(store: PlanningStore): ClaimsSession {
  if (shared?.store !== store) shared = { store, session: new ClaimsSession(store) };
  return shared.session;
}
