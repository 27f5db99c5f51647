import type { FundId } from '../domain/funds/fund';
import { Observable } from './observable';

/** Something a screen is to open: an activity or a claim by its ID, or a fund. An activity in Claims is one to begin a claim on. */
export interface Place {
  screen: 'plan' | 'claims' | 'funds';
  id?: string;
  fund?: FundId;
  /** What is to be done there, where that isn't the thing itself: a request for the creative review of an activity, or a report to bring in. */
  what?: 'review' | 'report';
}

/** The screens that others lead to. */
export type Destination = Place['screen'] | 'explain';

/** The way from one screen to another: the place that is asked for, until its screen has opened it. */
export class Navigation extends Observable<Place | null> {
  /** `show` puts a screen in front. */
  constructor(readonly show: (screen: Destination) => void) {
    super(null);
  }

  /** Opens an activity in Plan, a claim in Claims or a fund in Funds: that screen finds here what is asked for. */
  readonly open = (place: Place): void => {
    this.set(place);
    this.show(place.screen);
  };

  /** Said by a screen once it has opened the place, so that coming back opens nothing again. */
  readonly opened = (): void => {
    if (this.current() !== null) this.set(null);
  };
}
