import type { FundId } from '../domain/funds/fund';
import { Observable } from './observable';

/** What a screen opens: an activity or a claim by its ID, or a fund. An activity in Claims starts a new claim. */
export interface Place {
  screen: 'plan' | 'claims' | 'funds' | 'program';
  id?: string;
  fund?: FundId;
  /** What to do there other than open the item: request the creative review of an activity, import a report, or enter a fund. */
  what?: 'review' | 'report' | 'fund';
}

/** The screens that others lead to. */
export type Destination = Place['screen'] | 'explain' | 'rules';

/** Navigation between screens: the requested place, until its screen has opened it. */
export class Navigation extends Observable<Place | null> {
  /** `show` switches to a screen. */
  constructor(readonly show: (screen: Destination) => void) {
    super(null);
  }

  /** Opens an activity in Plan, a claim in Claims, or a fund in Funds; that screen reads the request here. */
  readonly open = (place: Place): void => {
    this.set(place);
    this.show(place.screen);
  };

  /** Called by a screen once it has opened the place, so that coming back doesn't open it again. */
  readonly opened = (): void => {
    if (this.current() !== null) this.set(null);
  };
}
