import type { Worksheet } from '@univerjs/core';

/** How a sheet is to be printed. */
export interface PrintSetup {
  /** Its address within the sheet; '' prints all there is. */
  area: string;
  orientation: string;
  zoom: { horizontalFitToPages?: number; verticalFitToPages?: number; scale?: number };
  centerHorizontally: boolean;
}

const KNOWN = new WeakMap<Worksheet, PrintSetup>();

/** How a sheet is to be printed: Excel's own answers until someone changes them. */
export function printSetupOf(sheet: Worksheet): PrintSetup {
  const setup = KNOWN.get(sheet) ?? { area: '', orientation: 'Portrait', zoom: { scale: 100 }, centerHorizontally: false };
  KNOWN.set(sheet, setup);
  return setup;
}

/** Whether anyone has said how a sheet is to be printed. */
export const hasPrintSetup = (sheet: Worksheet): boolean => KNOWN.has(sheet);
