import type { Worksheet } from '@univerjs/core';
import type { PageSetup } from 'hucre';
import { printSetupOf } from './grid/print-setup';

/** How a sheet is printed, as a file keeps it. */
export function writePrintSetup(sheet: Worksheet): PageSetup {
  const { area, orientation, zoom, centerHorizontally } = printSetupOf(sheet);
  const { horizontalFitToPages: fitToWidth, verticalFitToPages: fitToHeight } = zoom;
  return {
    orientation: orientation === 'Landscape' ? 'landscape' : 'portrait',
    ...(fitToWidth || fitToHeight ? { fitToPage: true, fitToWidth, fitToHeight } : {}),
    ...(area ? { printArea: area } : {}),
    horizontalCentered: centerHorizontally,
  };
}
