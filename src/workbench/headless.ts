import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { DateSystem } from './grid/cell-value';
import { univerForNode } from './grid/engine/univer-node';
import type { FunctionsMetadata } from './grid/functions/metadata';
import { hostProfile, runsFunctions, type ProfileName } from './office/host-profiles';
import { requirementTable } from './node/requirement-table';
import { openOfficePage, PAGE_ORIGIN, type OfficePage } from './node/office-page';
import { addReport } from './node/report-sheet';
import { createWorkbench, type Workbench } from './workbench';
import { openXlsx } from './xlsx';

/** How to start a headless workbench. */
export interface HeadlessOptions {
  /** The folder of the built add-in: manifest.xml, functions.js and functions.json. */
  distDir: string;
  /** The text of an earnings report, for sheet Earnings, table Earnings and name Report. */
  reportCsv?: string;
  /** A workbook to open instead of an empty one. */
  file?: Uint8Array;
  dateSystem?: DateSystem;
  /** The version of Excel; by default, the lowest that the manifest requires. */
  profile?: ProfileName;
  /**
   * What refuses members beyond the profile: office.js when they're called, or, as with office.js's default, only the host
   * in the middle of the batch.
   */
  refusedBy?: 'office.js' | 'host';
  /** What an `any` argument gets for a blank cell; versions of Excel differ. */
  blank?: 0 | '' | null;
}

/** A workbench without a browser, with the add-in's page. */
export type HeadlessWorkbench = Workbench & { page: OfficePage };

const require = createRequire(import.meta.url);
let started = 0;

/** Starts the built add-in with Microsoft's own office.js on an empty workbook, all in Node. */
export async function startHeadless(options: HeadlessOptions): Promise<HeadlessWorkbench> {
  const officeDir = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
  const identity = { conversationId: `node-${++started}`, controlId: `ctl-${started}`, hostUrl: PAGE_ORIGIN };
  const metadata = JSON.parse(readFileSync(join(options.distDir, 'functions.json'), 'utf8')) as FunctionsMetadata;
  const profile = hostProfile(readFileSync(join(options.distDir, 'manifest.xml'), 'utf8'), options.profile);
  let page: OfficePage | null = null;
  const workbench = createWorkbench({
    univer: univerForNode(),
    metadata,
    identity,
    profile,
    requirements: requirementTable(),
    window: () => page?.window,
    send: (text) => page?.deliver(text),
    opened: options.file && (await openXlsx(options.file)),
    dateSystem: options.dateSystem,
    blank: options.blank,
  });
  const cacheDir = join(officeDir, '..', '..', '..', '.cache', 'coop-workbench');
  const receive = (text: string) => workbench.host.receive(text);
  page = openOfficePage({
    officeDir,
    addInDir: options.distDir,
    identity,
    profile,
    checks: options.refusedBy !== 'host',
    receive,
    cacheDir,
  });
  // Run synchronously, as in the page: office.js must find the functions before it's ready.
  for (const script of scriptsOf(options.distDir)) page.run(script);
  await page.ready();
  if (runsFunctions(profile)) await workbench.host.api.functionsReady;
  if (options.reportCsv !== undefined) addReport(workbench, options.reportCsv);
  await workbench.settle();
  return Object.assign(workbench, { page });
}

/** The add-in's own scripts, in the order of its page. */
function scriptsOf(distDir: string): string[] {
  const html = readFileSync(join(distDir, 'taskpane.html'), 'utf8');
  const sources = [...html.matchAll(/<script[^>]*\bsrc=["']?([^"'\s>]+)/g)].map(([, source]) => source!);
  return sources.filter((source) => !/^(https?:|\/officejs\/)/.test(source));
}
