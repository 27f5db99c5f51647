import { LifecycleService, LifecycleStages, ThemeService } from '@univerjs/core';
import { greenTheme } from '@univerjs/themes';
import type { DateSystem } from '../grid/cell-value';
import { univerForPage } from '../grid/engine/univer-page';
import type { FunctionsMetadata } from '../grid/functions/metadata';
import { DISPLAY_MODE } from '../office/app-context';
import { DEFAULT_PROFILE, runsFunctions, type HostProfile, type ProfileName, type RequirementTable } from '../office/host-profiles';
import { sampleWorkbook } from '../sample';
import type { CatalogueEntry, PlacedExample } from '../sample';
import { createWorkbench } from '../workbench';
import type { Workbench } from '../workbench';
import { openXlsx } from '../xlsx';
import type { OpenedFile } from '../xlsx';
import { AddInFrame } from './add-in-frame';
import { showCharts } from './chart-layer';
import { shownTrials, type BehindClosedPane } from './closed-pane';
import { driverOf } from './driver';
import type { WorkbenchDriver } from './driver';
import { describeFunctions } from './function-help';
import { drawAsExcel, onEditing } from './grid-view';
import type { Manifest } from './manifest';
import { Panes } from './panes';
import { statusOf } from './session-status';
import type { SessionStatus } from './session-status';
import type { Theme } from './theme';
import { EditMode, trialsOf } from './trials';
import { trySample } from './try-sample';
import type { Trial } from './trials';

/** What a session starts with. */
export interface SessionStart {
  /** The file to open; without one, the worked examples and the add-in's sample. */
  file?: { name: string; bytes: Uint8Array };
  /** Without a file, opens the worked examples alone: a workbook without any of the add-in's tables. */
  isBare?: boolean;
  /** Replaces the workbook's date system. */
  dateSystem?: DateSystem;
  /** The version of Excel; by default, the lowest that the manifest requires. */
  profile?: ProfileName;
  /** Starts with the pane closed, as when only cells load the add-in. */
  closed?: BehindClosedPane;
  /** Whether the file has changes that no one has saved yet. */
  isUnsaved?: boolean;
}

/** What a session needs from the page. */
export interface SessionOptions {
  manifest: Manifest;
  start: SessionStart;
  grid: HTMLElement;
  slot: HTMLElement;
  theme: Theme;
  showPane: (open: boolean) => void;
  restart: (start: SessionStart) => void;
}

/** A workbook with the add-in next to it, until another is opened. */
export interface Session {
  readonly driver: WorkbenchDriver;
  readonly trials: readonly Trial[];
  /** The version of Excel. */
  readonly profile: HostProfile;
  /** This workbook as a file if it was changed since it was opened or saved, otherwise null. */
  changedFile(): Promise<SessionStart['file'] | null>;
  /** Reopens this workbook in another version of Excel, with all its changes. */
  playAs(profile: ProfileName): Promise<void>;
  runCommand(name: string): Promise<unknown>;
  download(): Promise<void>;
  /** Whether the workbook was changed since it was opened or saved. */
  isChanged(): boolean;
  setTheme(theme: Theme): void;
  /** Tells the add-in that its pane was opened or closed. */
  paneShown(open: boolean): void;
  status(): SessionStatus;
  /** Calls back when the status may have changed; returns a function that unsubscribes. */
  onStatus(listener: () => void): () => void;
  dispose(): void;
}

const STATUS_EVERY_MS = 150;
const SAMPLE_NAME = 'Co-op sample';

/** Opens a workbook in the grid and loads the add-in next to it. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { manifest, start, grid, slot, theme } = options;
  const profileNamed = (name: ProfileName) => manifest.profiles.find((candidate) => candidate.name === name);
  const profile = profileNamed(start.profile ?? DEFAULT_PROFILE) ?? profileNamed(DEFAULT_PROFILE)!;
  const [metadata, catalogue, requirements] = await Promise.all([
    read<FunctionsMetadata>(manifest.functionsMetadata),
    read<CatalogueEntry[]>('/catalogue.json'),
    read<RequirementTable>('/workbench/requirements.json'),
  ]);
  const { opened, examples } = start.file
    ? { opened: await openXlsx(start.file.bytes, start.file.name), examples: [] }
    : await examplesWorkbook(catalogue);
  const container = document.createElement('div');
  grid.replaceChildren(container);
  const addIn = new AddInFrame(manifest.displayName, theme, profile);
  let panes: Panes | null = null;
  const workbench = createWorkbench({
    univer: univerForPage(container),
    metadata,
    namespace: manifest.namespace,
    identity: addIn.identity,
    profile,
    requirements,
    window: () => (panes ?? addIn).window,
    send: addIn.send,
    opened,
    dateSystem: start.dateSystem,
  });
  describeFunctions(workbench.workbook.engine, manifest.namespace, metadata, catalogue);
  drawAsExcel(workbench.workbook);
  const themes = workbench.workbook.engine.injector.get(ThemeService);
  themes.setTheme(greenTheme);
  themes.setDarkMode(theme === 'dark');
  const { closed } = start;
  const { api } = workbench.host;
  if (closed) {
    api.displayMode = closed.officeSays === 'Hidden' ? DISPLAY_MODE.hidden : DISPLAY_MODE.unknown;
    api.runtimeState = 'Hidden';
    addIn.setHidden(closed.pageSays === 'hidden');
  }
  const stopMarking = markActions(workbench, addIn);
  api.onRuntimeState = (state) => options.showPane(state === 'Visible');
  const lifecycle = workbench.workbook.engine.injector.get(LifecycleService);
  const functionsAnswer = runsFunctions(profile) ? whenFunctionsAnswer(workbench) : () => true;
  const isReady = () => functionsAnswer() && lifecycle.stage >= LifecycleStages.Rendered;
  panes = new Panes(manifest, slot, theme, { addIn, host: workbench.host });
  const editing = new EditMode(workbench.host);
  const stopCharts = showCharts(workbench.workbook, grid);
  const stopWatching = onEditing(workbench.workbook, (isTyping) => editing.type(isTyping));
  let changed = start.isUnsaved ?? false;
  workbench.workbook.on((event) => {
    if (event.kind === 'changed') changed = true;
  });
  const beginClosed = (behind?: BehindClosedPane): void => options.restart({ ...start, closed: behind });
  const trials = [
    ...trialsOf(workbench, editing, (dateSystem) => options.restart({ ...start, dateSystem })),
    ...shownTrials(panes, closed, beginClosed),
  ];
  let isOver = false;
  if (!start.file && !start.isBare && !closed) {
    const press = (button: HTMLElement): void => {
      panes.asked();
      button.click();
    };
    void trySample(() => (isOver ? undefined : panes.window?.document), press).then((isMade) => {
      // what no person has done need not be saved
      if (isMade) changed = false;
    });
  }
  const changedFile = async () => (changed ? { name: start.file?.name ?? SAMPLE_NAME, bytes: await workbench.save() } : null);
  const playAs = async (name: ProfileName): Promise<void> => {
    const file = await changedFile();
    if (!file) return options.restart({ ...start, profile: name });
    changed = false; // the reopened workbook has the changes
    options.restart({ ...start, file, profile: name, isUnsaved: true });
  };
  return {
    driver: driverOf(workbench, panes, isReady, trials, examples, beginClosed, playAs),
    trials,
    profile,
    changedFile,
    playAs,
    runCommand: (name) => {
      panes.asked();
      return workbench.runCommand(name);
    },
    isChanged: () => changed,
    download: async () => {
      download(await workbench.save(), `${start.file?.name ?? SAMPLE_NAME}.xlsx`);
      changed = false;
    },
    setTheme: (next) => {
      panes.setTheme(next);
      themes.setDarkMode(next === 'dark');
    },
    paneShown: (open) => {
      api.runtimeState = open ? 'Visible' : 'Hidden';
      panes.setHidden(!open && closed?.pageSays === 'hidden');
      panes.tellShown(open);
    },
    status: () => statusOf(workbench, manifest.namespace),
    onStatus: (listener) => {
      const timer = setInterval(listener, STATUS_EVERY_MS);
      return () => clearInterval(timer);
    },
    dispose: () => {
      isOver = true;
      stopMarking();
      stopWatching();
      stopCharts();
      panes.dispose();
      workbench.dispose();
    },
  };
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The add-in's build has no ${path}.`);
  return (await response.json()) as T;
}

async function examplesWorkbook(catalogue: readonly CatalogueEntry[]): Promise<{ opened: OpenedFile; examples: PlacedExample[] }> {
  const csv = await (await fetch('/workbench/sample-earnings.csv')).text();
  const { snapshot, report, examples } = sampleWorkbook(csv, catalogue);
  const finish: OpenedFile['finish'] = ({ sheets, tables, names }) => {
    const table = tables.add({ sheet: sheets.find('Earnings')!, row: 0, column: 0, ...report }, true, 'Earnings');
    names.add('Report', names.absolute(table));
  };
  return { opened: { snapshot, dateSystem: 1900, finish }, examples };
}

/** Counts round trips separately for each user action, which starts with the press of a key or mouse button. */
function markActions(workbench: Workbench, addIn: AddInFrame): () => void {
  const mark = (event: Event) => workbench.stats.mark(event.type);
  const windows = new Set<Window>([window]);
  const listen = (target: Window) => {
    windows.add(target);
    for (const type of ['pointerdown', 'keydown']) target.addEventListener(type, mark, true);
  };
  listen(window);
  const { api } = workbench.host;
  const recalculate = api.onFunctionsReady;
  api.onFunctionsReady = () => {
    if (addIn.window) listen(addIn.window);
    recalculate();
  };
  return () => {
    for (const target of windows) for (const type of ['pointerdown', 'keydown']) target.removeEventListener(type, mark, true);
  };
}

function whenFunctionsAnswer(workbench: Workbench): () => boolean {
  const { api } = workbench.host;
  const next = api.onFunctionsReady;
  let isReady = false;
  api.onFunctionsReady = () => {
    // A running calculation doesn't know the functions yet, and the next one can't start before it ends.
    void workbench
      .settle()
      .then(next)
      .then(() => workbench.settle())
      .then(() => {
        isReady = true;
      });
  };
  return () => isReady;
}

function download(bytes: Uint8Array, name: string): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
