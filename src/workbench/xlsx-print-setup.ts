import type { Worksheet } from '@univerjs/core';
import type { NamedRange, PageSetup } from 'hucre';
import { absoluteA1, localA1, parseA1, quoteSheet } from './grid/a1';
import { printSetupOf } from './grid/print-setup';

/** A sheet's page setup, for a file. */
export function writePrintSetup(sheet: Worksheet): PageSetup {
  const { orientation, zoom, centerHorizontally } = printSetupOf(sheet);
  const { horizontalFitToPages, verticalFitToPages, scale } = zoom;
  // In a file, 0 is as many pages as it takes, and 1 is the default.
  const fit = { fitToPage: true, fitToWidth: horizontalFitToPages ?? 0, fitToHeight: verticalFitToPages ?? 0 };
  return {
    orientation: orientation === 'Landscape' ? 'landscape' : 'portrait',
    ...(horizontalFitToPages || verticalFitToPages ? fit : scale && scale !== 100 ? { scale } : {}),
    horizontalCentered: centerHorizontally,
  };
}

/** Takes over a file's page setup. */
export function readPrintSetup(sheet: Worksheet, setup: PageSetup): void {
  const { orientation, fitToPage, fitToWidth, fitToHeight, scale, horizontalCentered, printArea, printTitlesRow } = setup;
  const addressOf = (range: string | undefined): string => {
    const box = parseA1(range ?? '');
    return box ? localA1(box) : '';
  };
  Object.assign(printSetupOf(sheet), {
    area: addressOf(printArea),
    titleRows: addressOf(printTitlesRow),
    orientation: orientation === 'landscape' ? 'Landscape' : 'Portrait',
    zoom: fitToPage
      ? {
          ...(fitToWidth === 0 ? {} : { horizontalFitToPages: fitToWidth ?? 1 }),
          ...(fitToHeight === 0 ? {} : { verticalFitToPages: fitToHeight ?? 1 }),
        }
      : { scale: scale ?? 100 },
    centerHorizontally: horizontalCentered ?? false,
  });
}

/** A sheet's print area and title rows as sheet-level names. hucre's own options would write the sheet's name without quotes. */
export function writePrintNames(sheet: Worksheet): NamedRange[] {
  const { area, titleRows } = printSetupOf(sheet);
  const scope = sheet.getName();
  const named = (name: string, address: string): NamedRange[] => {
    const box = parseA1(address);
    return box ? [{ name, range: `${quoteSheet(scope)}!${absoluteA1(box)}`, scope }] : [];
  };
  return [...named('_xlnm.Print_Area', area), ...named('_xlnm.Print_Titles', titleRows)];
}
