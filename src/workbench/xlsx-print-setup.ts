import type { Worksheet } from '@univerjs/core';
import type { NamedRange, PageSetup } from 'hucre';
import { absoluteA1, parseA1, quoteSheet } from './grid/a1';
import { printSetupOf } from './grid/print-setup';

/** A sheet's page setup, for a file. */
export function writePrintSetup(sheet: Worksheet): PageSetup {
  const { orientation, zoom, centerHorizontally } = printSetupOf(sheet);
  const { horizontalFitToPages: fitToWidth, verticalFitToPages: fitToHeight } = zoom;
  return {
    orientation: orientation === 'Landscape' ? 'landscape' : 'portrait',
    ...(fitToWidth || fitToHeight ? { fitToPage: true, fitToWidth, fitToHeight } : {}),
    horizontalCentered: centerHorizontally,
  };
}

/** A sheet's print area as a sheet-level name. hucre's own option would write the sheet's name without quotes. */
export function writePrintArea(sheet: Worksheet): NamedRange[] {
  const box = parseA1(printSetupOf(sheet).area);
  if (!box) return [];
  const name = sheet.getName();
  return [{ name: '_xlnm.Print_Area', range: `${quoteSheet(name)}!${absoluteA1(box)}`, scope: name }];
}
