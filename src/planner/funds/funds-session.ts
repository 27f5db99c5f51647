import { fundTitle, type FundId } from '../../domain/funds/fund';
import { withPartnerName } from '../../domain/earnings/partner-name';
import { formatUsd } from '../../domain/money/money';
import type { ReportRate } from '../../reports/import/earnings-import';
import type { EnteredFund } from '../../storage/funds/funds-table';
import type { Planner } from '../planner';
import { PlanningSession, type SavingWork } from '../store/planning-session';
import type { PlanningStore } from '../store/planning-store';
import { keepingAll } from './report-rates';

/** The state of what the Funds screen saves. */
export interface FundsWork extends SavingWork {
  /** Whether the form to enter a fund is open. */
  isOpen: boolean;
}

/** What the Funds screen saves: funds that no report has, that someone has reviewed what a report restated, and a report's exchange rates. */
export class FundsSession extends PlanningSession<FundsWork> {
  constructor(store: PlanningStore) {
    super(store, { notice: null, isBusy: false, isOpen: false });
  }

  readonly open = (): void => this.say({ isOpen: true });

  readonly close = (): void => this.say({ isOpen: false });

  /** Whether it was saved. */
  readonly enter = (entered: EnteredFund): Promise<boolean> => {
    const said = `Entered ${formatUsd(entered.coop)} for ${fundTitle(this.named(entered.fund))}.`;
    return this.run(() => this.store.enterFund(entered, said), said);
  };

  /** Marks what reports changed of a fund's past as reviewed. */
  readonly review = (fund: FundId): Promise<boolean> => {
    const said = `Marked the restatement of ${fundTitle(this.named(fund))} as reviewed.`;
    return this.run(() => this.store.reviewRestatement(fund, said), said);
  };

  /** Keeps a report's exchange rates in the workbook, as one undo step; whether that worked. */
  readonly keepRates = (offered: readonly ReportRate[]): Promise<boolean> => {
    const { changes, said } = keepingAll(offered);
    return this.run(() => this.store.save({ rates: changes }, said), said);
  };

  private named(fund: FundId): FundId {
    const state = this.store.current();
    return state.step === 'read' ? withPartnerName(fund, state.read.partnerNames) : fund;
  }

  protected follow(): void {
    // the form stays as typed until it is saved
  }
}

/** The one session of a pane, which `planner.session` keeps. */
export const fundsSessionOf = ({ store }: Pick<Planner, 'store'>): FundsSession => new FundsSession(store);
