import { contextSettled } from '../../cells/context';
import { Problem } from '../../domain/problem';
import { toExcelError } from '../../storage/excel-error';
import type { Workbook } from '../../storage/workbook';
import { Observable } from '../observable';
import type { Planner } from '../planner';
import type { PlanningStore } from '../store/planning-store';
import { sampleIn } from './is-sample';
import type { SampleWorkbook } from './write-sample';

/** What is being done with the sample, and why the last attempt failed. */
export interface SampleState {
  step: 'idle' | 'making' | 'removing';
  trouble: string | null;
}

/** Creates the sample in an empty workbook and removes it. */
export class SampleSession extends Observable<SampleState> {
  constructor(
    private readonly workbook: Pick<Workbook, 'chart'> & SampleWorkbook,
    private readonly store: PlanningStore,
  ) {
    super({ step: 'idle', trouble: null });
  }

  /** Fills the workbook with today's sample if it has none of our tables. */
  readonly make = (): Promise<void> =>
    this.run('making', async () => {
      // the tables hold date serials, which depend on the workbook's date system
      await contextSettled();
      await (await code()).writeSample(this.workbook, this.store.today());
      await this.store.readOwnChange();
      return null;
    });

  /** Removes the tables if they contain only the sample, and the chart that was made from them. */
  readonly remove = (): Promise<void> =>
    this.run('removing', async () => {
      await this.store.readAgain();
      const state = this.store.current();
      if (state.step === 'read' && sampleIn(state.read) === 'with more') return WITH_MORE;
      if (state.step !== 'read') return state.step === 'trouble' ? state.sentence : null;
      const { removeSample } = await code();
      await this.removeChart();
      await removeSample(this.workbook).finally(() => this.store.beginAnew());
      return null;
    });

  private async removeChart(): Promise<void> {
    try {
      await this.workbook.chart.remove();
    } catch (error) {
      if (toExcelError(error).kind !== 'gone') throw error;
    }
  }

  private async run(step: 'making' | 'removing', work: () => Promise<string | null>): Promise<void> {
    if (this.current().step !== 'idle') return;
    this.set({ step, trouble: null });
    let trouble: string | null;
    try {
      trouble = await work();
    } catch (error) {
      trouble = error instanceof Problem ? error.message : toExcelError(error).message;
    }
    this.set({ step: 'idle', trouble });
  }
}

/** Loaded on demand because most people never use it. */
const code = () => import(/* webpackChunkName: "sample" */ './write-sample');

/** The one session of a pane, which `planner.session` keeps. */
export const sampleOf = ({ workbook, store }: Pick<Planner, 'workbook' | 'store'>): SampleSession => new SampleSession(workbook, store);

/** Why the sample stays. */
export const WITH_MORE =
  'Your own rows are in the tables, too, so the sample stays. Delete your rows first, or delete the sheets yourself.';
