import type { ICommandService } from '@univerjs/core';
import type { FormulaCalculationSessionService, IFormulaCalculationSessionState } from '@univerjs/sheets-formula';
import type { Engine } from './univer';

/** The private members of Univer's TriggerCalculationController that settle() uses for an early start. */
interface Trigger {
  _waitingCommandQueue?: unknown[];
  _executingDirtyData: object;
  _executionInProgressParams: unknown;
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty?: (commands: unknown[]) => object;
  _mergeDirty: (a: object, b: object) => object;
}

const GIVE_UP_MS = 30_000;
/** How long after the last change a calculation starts by itself, as in Univer. */
const DEBOUNCE_MS = 100;

/**
 * Starts calculations and waits for them.
 *
 * Univer calculates 100 ms after the last change, in a chain of macrotasks. Excel calculates before the next read.
 * settle() starts a pending calculation immediately and resolves when its results are in the cells. To start early, it
 * uses private members of an exported class; without them it still works, but 100 ms later.
 *
 * If a change falls into a calculation that takes longer than those 100 ms, Univer starts a second one beside it, or stops
 * it and reports an end: cells then stay old. So the wait after a change is ours, and nothing starts before the calculation
 * that is running has ended.
 */
export class Calculation {
  /** The number of waits so far. */
  count = 0;
  /** The total time waited, in milliseconds. */
  waitedMs = 0;
  /** Publishes the results of each calculation. */
  readonly session: FormulaCalculationSessionService;
  private readonly commands: ICommandService;
  private readonly trigger: Trigger;
  private readonly startId: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly engine: Engine) {
    const { core, formula, sheetsFormula } = engine.modules;
    this.commands = engine.injector.get(core.ICommandService);
    this.trigger = engine.injector.get(sheetsFormula.TriggerCalculationController) as unknown as Trigger;
    this.session = engine.injector.get(sheetsFormula.FormulaCalculationSessionService);
    this.startId = formula.SetFormulaCalculationStartMutation.id;
    this.commands.onCommandExecuted(() => this.debounce());
  }

  /** Whether a calculation is waiting or running. */
  get pending(): boolean {
    return (this.trigger._waitingCommandQueue?.length ?? 1) > 0 || this.running;
  }

  /** Recalculates everything, as Ctrl+Alt+F9 does. */
  recalculateAll(): void {
    this.engine.api.getFormula().executeCalculation();
  }

  /** Recalculates single cells and what depends on them. */
  recalculate(unitId: string, cells: Iterable<{ sheetId: string; row: number; column: number }>): void {
    const dirtyRanges = [...cells].map(({ sheetId, row, column }) => ({
      unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    if (!dirtyRanges.length) return;
    this.commands.syncExecuteCommand(
      this.engine.modules.formula.SetTriggerFormulaCalculationStartMutation.id,
      {
        forceCalculation: false,
        dirtyRanges,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
      },
      { onlyLocal: true },
    );
  }

  /** Resolves when nothing is left to calculate; false if that took longer than the limit. */
  async settle(limitMs = GIVE_UP_MS): Promise<boolean> {
    const startedAt = performance.now();
    if (!(await this.finish(limitMs))) return false;
    this.count++;
    this.waitedMs += performance.now() - startedAt;
    return true;
  }

  private async finish(limitMs: number): Promise<boolean> {
    const startedAt = performance.now();
    while (this.pending) {
      // Univer registers a new formula some microtasks after its text is set. Starting before that would register its
      // dependencies twice and lose one copy for good.
      await microtasks();
      // Waits for a running calculation, to avoid Univer's stop-and-restart path.
      if (!this.running) this.startNow();
      if (performance.now() - startedAt > limitMs) return false;
      if (this.running) await this.nextResult(200);
      // A calculation ends with microtasks. Waiting for a macrotask would cost a rendered frame (30 ms) in a browser.
      if (this.running) await microtasks();
      if (this.running) await macrotask();
    }
    return true;
  }

  /** Replaces Univer's timer, which a change has just started, with one that waits for a running calculation. */
  private debounce(): void {
    const trigger = this.trigger;
    if (!trigger._waitingCommandQueue?.length || !trigger._generateDirty) return;
    clearTimeout(trigger._setTimeoutKey);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.finish(GIVE_UP_MS), DEBOUNCE_MS);
  }

  // The trigger is free some microtasks after the results are applied; a start before that would be lost.
  private get running(): boolean {
    const state = this.session.state;
    return this.trigger._executionInProgressParams != null || (state.started && !isDone(state));
  }

  /** Does what Univer's debounce timer would do in 100 ms. */
  private startNow(): void {
    const trigger = this.trigger;
    if (!trigger._waitingCommandQueue?.length || !trigger._generateDirty) return;
    clearTimeout(this.timer);
    const dirty = trigger._generateDirty(trigger._waitingCommandQueue);
    trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, dirty);
    trigger._waitingCommandQueue = [];
    this.commands.syncExecuteCommand(this.startId, { ...trigger._executingDirtyData }, { onlyLocal: true });
  }

  private nextResult(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        subscription.unsubscribe();
        resolve();
      };
      const timer = setTimeout(finish, limitMs);
      const subscription = this.session.state$.subscribe((state) => {
        if (isDone(state)) queueMicrotask(finish);
      });
    });
  }
}

function isDone(state: IFormulaCalculationSessionState): boolean {
  return state.resultApplied && (state.stopped || state.completed || state.resultEmitted);
}

async function microtasks(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
}
