import { titleOf, type Activity } from '../../domain/activities/activity';
import type { Claim, ClaimStatus, HistoryEvent } from '../../domain/claims/claim';
import { statusName } from '../../domain/claims/claim-status';
import type { Moved } from '../../domain/claims/transition';
import { formatDay, nowInUtc, type Day } from '../../domain/calendar/day';
import { formatUsd } from '../../domain/money/money';
import { readTypedAmount } from '../../domain/money/typed-amount';
import type { Contact, PlanSettings } from '../../storage/planning/settings-table';
import { takeTheirs } from '../store/merge-form';
import { PlanningSession } from '../store/planning-session';
import { type Conflict, type Stored, type PlanningStore, type PlanningChanges } from '../store/planning-store';
import type { ClaimSearch } from './order-claims';
import { theirsTaken } from './with-sheet-value';
import { draftOf, followed, isUnsaved, nameOf, type ClaimDraft } from './claim-draft';
import { readForm, type ClaimForm } from './claim-form';
import { INITIAL_STATE, type ClaimsWork, type MoveForm, type ReviewForm } from './claims-state';

/** The work on claims that is not in the sheet yet. */
export class ClaimsSession extends PlanningSession<ClaimsWork> {
  constructor(store: PlanningStore) {
    super(store, INITIAL_STATE);
  }

  readonly show = (view: ClaimsWork['view']): void => this.say({ view, backTo: null, chosen: null, notice: null });

  readonly narrow = (change: Partial<ClaimSearch>): void => this.say({ search: { ...this.current().search, ...change } });

  /** Opens the choice of an activity for a new claim, with one preselected. */
  readonly chooseFor = (activityId: string): void => this.say({ view: 'new', chosen: activityId, notice: null });

  /** Opens a claim; one with unsaved input continues where it was left. */
  readonly open = (stored: Stored<Claim>): void => {
    const { id } = stored.value;
    const isOpen = this.current().draft?.form.id === id;
    const unsaved = this.unsaved();
    const draft = isOpen ? this.current().draft : (unsaved.find(({ form }) => form.id === id) ?? draftOf(stored.value, stored));
    this.say({
      view: 'claim',
      draft,
      waiting: unsaved.filter(({ form }) => form.id !== id),
      moving: isOpen ? this.current().moving : null,
      notice: null,
    });
  };

  /** Starts a claim made for an activity, and writes it to the sheet at once. */
  readonly begin = async (activity: Activity, claim: Claim): Promise<void> => {
    const created: HistoryEvent = { at: nowInUtc(), subject: claim.id, what: 'created', from: '', to: claim.name, where: 'pane', note: '' };
    await this.saving(
      { claims: [{ value: claim, base: null }], history: [created] },
      `Started a claim for "${titleOf(activity)}".`,
      (ids) => {
        this.say({ view: 'claim', waiting: this.unsaved(), moving: null, open: ['portal'] });
        this.reopen(claim, ids);
      },
    );
  };

  readonly type = (change: Partial<ClaimForm>): void => {
    const { draft } = this.current();
    if (draft) this.say({ draft: { ...draft, form: { ...draft.form, ...change } }, notice: null });
  };

  readonly typeReview = (change: Partial<ReviewForm>): void => this.say({ review: { ...this.current().review, ...change } });

  /** Keeps the names in requests for review, for this workbook. */
  readonly saveContacts = async (settings: PlanSettings, contacts: Record<Contact, string>): Promise<void> => {
    const trimmed = Object.fromEntries(Object.entries(contacts).map(([contact, name]) => [contact, name.trim()]));
    await this.saving({ settings: { ...settings, contacts: trimmed } }, 'Saved the names for the next request.', () => {
      const { activityId, from } = this.current().review;
      this.say({ review: { activityId, ...(from && { from }) } });
    });
  };

  readonly askReview = (activityId: string, from?: ReviewForm['from']): void => {
    const { from: _before, ...typed } = this.current().review;
    this.say({ view: 'review', review: { ...typed, activityId, ...(from && { from }) }, notice: null });
  };

  readonly typeLowDollar = (lowDollar: string): void => this.say({ lowDollar });

  /** Keeps the user's own low-dollar limit, for this workbook; blank is none. */
  readonly saveLowDollar = async (settings: PlanSettings): Promise<void> => {
    const text = this.current().lowDollar?.trim() ?? '';
    const typed = readTypedAmount(text);
    if ('problem' in typed) return this.report(`Low-dollar limit: ${typed.problem}`);
    const figure = typed.cents;
    if (figure !== null && figure < 0) return this.report('The low-dollar limit is below zero. Enter an amount such as 500.');
    const said =
      figure === null
        ? 'New claims no longer start as low-dollar claims.'
        : `New claims below ${formatUsd(figure)} start as low-dollar claims.`;
    await this.saving({ settings: { ...settings, lowDollar: figure } }, said, () => this.say({ lowDollar: null }));
  };

  readonly setOpen = (open: readonly string[]): void => this.say({ open });

  /** Goes back to the list; an unsaved draft is kept. */
  readonly leave = (): void => {
    const { draft } = this.current();
    this.say({ view: 'list', backTo: draft?.form.id ?? null, draft: draft && isUnsaved(draft) ? draft : null, moving: null, notice: null });
  };

  /** Discards what was typed in favor of the sheet's values; a claim deleted in the sheet stays deleted. */
  readonly discard = (): void => {
    const { draft } = this.current();
    if (draft?.isGone) this.say({ view: 'list', draft: null, moving: null, notice: null });
    else if (draft) this.say({ draft: { ...draft, form: draft.began, clashes: [] }, notice: null });
    this.followSheet();
  };

  /** Replaces one field with the value in the sheet. */
  readonly takeTheirs = (field: keyof ClaimForm): void => {
    const { draft } = this.current();
    if (draft) this.say({ draft: takeTheirs(draft, field), notice: null });
  };

  /** Restores the sheet's value in a cell that both sides changed; null if it can't be written from here. */
  readonly takingBack = (conflict: Conflict): (() => void) | null => {
    const stored = this.keptOf(conflict.subject);
    const value = stored && theirsTaken(stored.value, conflict);
    return (
      value &&
      (() =>
        void this.saving(
          { claims: [{ value, base: stored }] },
          `Changed ${conflict.column} to "${conflict.theirs}", the value in the sheet.`,
        ))
    );
  };

  readonly save = async (): Promise<void> => {
    const draft = this.readable();
    if (draft) await this.keep(draft.claim, draft.base, [], `Saved "${nameOf(draft.claim)}".`);
  };

  readonly beginMove = (to: ClaimStatus, on: Day, amount = ''): void =>
    this.say({ moving: { to, on, amount, note: '', refusal: null, question: null }, notice: null });

  readonly typeMove = (change: Partial<MoveForm>): void => {
    const { moving } = this.current();
    if (moving) this.say({ moving: { ...moving, refusal: null, question: null, ...change } });
  };

  readonly endMove = (): void => this.say({ moving: null });

  /** Moves the claim to another status on a day, with whatever else was typed into it. */
  readonly move = async (on: Day, change: (claim: Claim, time: string) => Moved): Promise<void> => {
    const draft = this.readable();
    if (!draft) return;
    const moved = change(draft.claim, nowInUtc());
    if ('refusal' in moved) return this.typeMove({ refusal: moved.refusal });
    await this.keep(
      moved.claim,
      draft.base,
      [moved.entry],
      `Moved "${nameOf(moved.claim)}" to ${statusName(moved.claim.status)} on ${formatDay(on)}.`,
    );
  };

  /** Records a payment for a claim, with the change of its status if it has one. */
  readonly recordPayment = async (
    stored: Stored<Claim>,
    change: (claim: Claim, time: string) => Moved | { claim: Claim },
  ): Promise<void> => {
    const paid = change(stored.value, nowInUtc());
    if ('refusal' in paid) return this.report(paid.refusal);
    const history = 'entry' in paid ? { history: [paid.entry] } : {};
    const said = `Recorded payment ${paid.claim.paymentReference} of "${nameOf(paid.claim)}".`;
    await this.saving({ claims: [{ value: paid.claim, base: stored }], ...history }, said);
  };

  readonly remove = async (stored: Stored<Claim>): Promise<void> => {
    await this.saving({ claims: [{ remove: stored }] }, `Deleted "${nameOf(stored.value)}".`, () =>
      this.say({ view: 'list', draft: null, waiting: this.unsaved().filter(({ form }) => form.id !== stored.value.id), moving: null }),
    );
  };

  private readable(): { claim: Claim; base: Stored<Claim> | null } | null {
    const { draft } = this.current();
    if (!draft) return null;
    const { claim, mistakes } = readForm(draft.form);
    const [first] = mistakes.values();
    if (first !== undefined) {
      this.report(`A field can't be read. ${first}`);
      return null;
    }
    return { claim, base: draft.isGone ? null : draft.base };
  }

  private async keep(claim: Claim, base: Stored<Claim> | null, history: HistoryEvent[], said: string): Promise<void> {
    await this.saving({ claims: [{ value: claim, base }], ...(history.length > 0 && { history }) }, said, (ids) => {
      this.say({ moving: null });
      this.reopen(claim, ids);
    });
  }

  /** After a save, the draft is based on the row as it is now. */
  private reopen(claim: Claim, ids: ReadonlyMap<string, string>): void {
    const id = ids.get(claim.id) ?? claim.id;
    const stored = this.keptOf(id);
    this.say({ draft: draftOf(stored?.value ?? { ...claim, id }, stored) });
  }

  private keptOf(id: string): Stored<Claim> | null {
    const state = this.store.current();
    return state.step === 'read' ? (state.read.claims.find(({ value }) => value.id === id) ?? null) : null;
  }

  private async saving(
    changes: PlanningChanges,
    said: string,
    done: (ids: ReadonlyMap<string, string>) => void = () => undefined,
  ): Promise<void> {
    await this.run(() => this.store.save(changes, said), said, { done });
  }

  /** Every claim with something unsaved, the open one too. */
  private unsaved(): ClaimDraft[] {
    const { draft, waiting } = this.current();
    return draft && isUnsaved(draft) ? [...waiting, draft] : [...waiting];
  }

  /** Fields no one typed into follow the sheet; what was typed stays and is merged when it is saved. */
  protected follow(): void {
    const { draft, waiting, view } = this.current();
    const updated = (open: ClaimDraft): ClaimDraft | null => (open.base ? followed(open, this.keptOf(open.base.value.id)) : open);
    const now = draft && updated(draft);
    const still = waiting.map((open) => updated(open) ?? open);
    if (draft && now === null) this.say({ draft: null, moving: null, view: view === 'claim' || view === 'summary' ? 'list' : view });
    if (now !== draft && now !== null) this.say({ draft: now });
    if (still.some((open, index) => open !== waiting[index])) this.say({ waiting: still });
  }
}
