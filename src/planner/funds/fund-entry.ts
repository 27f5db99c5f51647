import { fundTitle } from '../../domain/funds/fund';
import { withPartnerName } from '../../domain/earnings/partner-name';
import { formatUsd } from '../../domain/money/money';
import type { EnteredFund } from '../../storage/funds/funds-table';
import type { Planner } from '../planner';
import { PlanningSession, type SavingWork } from '../store/planning-session';
import type { PlanningStore } from '../store/planning-store';

/** The state of entering funds. */
export interface EntryWork extends SavingWork {
  /** Whether the form is open. */
  isOpen: boolean;
}

/** Enters funds one by one, in a workbook without a report of them. */
export class FundEntry extends PlanningSession<EntryWork> {
  constructor(store: PlanningStore) {
    super(store, { notice: null, isBusy: false, isOpen: false });
  }

  readonly open = (): void => this.say({ isOpen: true });

  readonly close = (): void => this.say({ isOpen: false });

  /** Whether it was saved. */
  readonly enter = (entered: EnteredFund): Promise<boolean> => {
    const state = this.store.current();
    const named = state.step === 'read' ? withPartnerName(entered.fund, state.read.partnerNames) : entered.fund;
    const said = `Entered ${formatUsd(entered.coop)} for ${fundTitle(named)}.`;
    return this.run(() => this.store.enterFund(entered, said), said);
  };

  protected follow(): void {
    // the form stays as typed until it is saved
  }
}

/** The one session of a pane, which `planner.session` keeps. */
export const fundEntryOf = ({ store }: Pick<Planner, 'store'>): FundEntry => new FundEntry(store);
