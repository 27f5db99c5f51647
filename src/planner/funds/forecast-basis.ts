import { Observable } from '../observable';

/** What the open months of a half are expected to be like: its complete months, or what the reports show of sales and rates. */
export type ForecastBasis = 'pace' | 'experience';

/** The basis of all forecasts on the Funds screen; kept while the pane is open. */
export class ForecastChoice extends Observable<ForecastBasis> {
  constructor() {
    super('pace');
  }

  readonly choose = (basis: ForecastBasis): void => this.set(basis);
}

/** The one of a pane, which `planner.session` keeps. */
export const forecastChoiceOf = (): ForecastChoice => new ForecastChoice();
