import type { MixShare } from '../../domain/balance/target-mix';
import type { Planner } from '../planner';
import { PlanningSession, type SavingWork } from '../store/planning-session';
import type { PlanningStore } from '../store/planning-store';

/** A target mix: its setting, and what its parts are. */
export interface MixKind {
  setting: 'mix' | 'areaMix';
  kind: 'category' | 'solution area';
}

/** Saves and removes the target mixes of the plan. */
export class MixSession extends PlanningSession<SavingWork> {
  constructor(store: PlanningStore) {
    super(store, { notice: null, isBusy: false });
  }

  /** Saves a target mix, or removes it if it has no parts; whether that worked. */
  readonly save = async ({ setting, kind }: MixKind, shares: readonly MixShare[]): Promise<boolean> => {
    const state = this.store.current();
    if (state.step !== 'read') return false;
    const said = `${shares.length > 0 ? 'Saved' : 'Removed'} the target mix by ${kind}.`;
    return this.run(() => this.store.save({ settings: { ...state.read.settings, [setting]: shares } }, said), said);
  };

  protected follow(): void {
    // what is typed stays on the screen until it is saved
  }
}

/** The one session of a pane, which `planner.session` keeps. */
export const mixesOf = ({ store }: Pick<Planner, 'store'>): MixSession => new MixSession(store);
