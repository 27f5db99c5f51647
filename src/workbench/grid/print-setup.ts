import type { Worksheet } from '@univerjs/core';

/** A sheet's page setup. */
export interface PrintSetup {
  /** The print area's address without its sheet; '' prints everything. */
  area: string;
  /** The rows on top of each page, such as 4:4; '' for none. */
  titleRows: string;
  orientation: string;
  zoom: { horizontalFitToPages?: number; verticalFitToPages?: number; scale?: number };
  centerHorizontally: boolean;
}

const KNOWN = new WeakMap<Worksheet, PrintSetup>();

/** A sheet's page setup; Excel's defaults until someone changes it. */
export function printSetupOf(sheet: Worksheet): PrintSetup {
  const setup = KNOWN.get(sheet) ?? { area: '', titleRows: '', orientation: 'Portrait', zoom: { scale: 100 }, centerHorizontally: false };
  KNOWN.set(sheet, setup);
  return setup;
}

/** Whether a sheet's page setup has been read or changed. */
export const hasPrintSetup = (sheet: Worksheet): boolean => KNOWN.has(sheet);
