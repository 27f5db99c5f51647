import { describePartner } from '../../domain/earnings/partner-name';
import type { Planner } from '../planner';
import { PlanningSession, type SavingWork } from '../store/planning-session';
import type { PlanningStore } from '../store/planning-store';

/** The state of naming a Partner ID where it is shown. */
export interface NamingWork extends SavingWork {
  /** The place on the screen that the notice is for. */
  place: string | null;
}

/** Names Partner IDs one by one, where a screen shows them. */
export class PartnersSession extends PlanningSession<NamingWork> {
  constructor(store: PlanningStore) {
    super(store, { place: null, notice: null, isBusy: false });
  }

  /** Whether it was saved. */
  readonly name = (partnerId: string, name: string, place: string): Promise<boolean> => {
    const said = `Named Partner ID ${describePartner({ partnerId, partnerName: name })}.`;
    this.say({ place });
    return this.run(() => this.store.save({ partners: [{ partnerId, name }] }, said), said);
  };

  protected follow(): void {
    // a name is typed on the screen and saved at once
  }
}

/** The one session of a pane, which `planner.session` keeps. */
export const partnersOf = ({ store }: Pick<Planner, 'store'>): PartnersSession => new PartnersSession(store);
