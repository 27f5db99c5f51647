import type { Explanation } from '../explain/explanation';
import type { Navigation } from './navigation';
import { Observable } from './observable';

/** Something to explain that isn't in a cell: a formula, or a number that the pane broke down itself. */
export type ExplainRequest = { formula: string; evidence: readonly string[] } | { taken: Explanation };

/** What the Explain screen is asked about; null while it explains the selected cell. */
export class ExplainRequests extends Observable<ExplainRequest | null> {
  #onCell: { place: string; evidence: readonly string[] } | null = null;

  constructor(private readonly navigation: Navigation) {
    super(null);
  }

  /** Explains a formula that isn't in a cell, until another cell is selected; `evidence` says which rows it comes from. */
  readonly formula = (formula: string, evidence: readonly string[] = []): void => this.ask({ formula, evidence });

  /** Explains a number that doesn't come from a COOP formula, until another cell is selected. */
  readonly number = (taken: Explanation): void => this.ask({ taken });

  /** Explains the selected cell, with what is known about the rows it comes from. */
  readonly cell = (place: string, evidence: readonly string[]): void => {
    this.#onCell = { place, evidence };
    this.ask(null);
  };

  /** What is known about the rows a cell comes from; empty for any other cell. */
  readonly evidenceOn = (place: string): readonly string[] => (this.#onCell?.place === place ? this.#onCell.evidence : []);

  /** Ends the request: the selected cell is explained again. */
  readonly clear = (): void => {
    if (this.current() !== null) this.set(null);
  };

  private ask(request: ExplainRequest | null): void {
    this.set(request);
    this.navigation.show('explain');
  }
}
