import { localA1 } from '../../grid/a1';
import { hasPrintSetup, printSetupOf, type PrintSetup } from '../../grid/print-setup';
import { areaOf, wireObject, type WireType, type WorksheetState } from '../wire-object';

/** PageLayout, which only matters when the workbook is saved to a file. */
export const pageLayoutType: WireType<WorksheetState> = {
  get: {
    CenterHorizontally: ({ sheet }) => printSetupOf(sheet).centerHorizontally,
    Orientation: ({ sheet }) => printSetupOf(sheet).orientation,
    Zoom: ({ sheet }) => printSetupOf(sheet).zoom,
  },
  set: {
    CenterHorizontally: ({ sheet }, value: boolean) => void (printSetupOf(sheet).centerHorizontally = value),
    Orientation: ({ sheet }, value: string) => void (printSetupOf(sheet).orientation = value),
    Zoom: ({ sheet }, value: PrintSetup['zoom']) => void (printSetupOf(sheet).zoom = value),
  },
  call: {
    GetPrintAreaOrNullObject: ({ sheet }, { book }) => {
      const area = hasPrintSetup(sheet) ? printSetupOf(sheet).area : '';
      return area === '' ? null : wireObject('RangeAreas', { areas: [book.sheets.parse(area, sheet)] });
    },
    SetPrintTitleRows: ({ sheet }, api, range: unknown) => void (printSetupOf(sheet).titleRows = localA1(areaOf(range, api, sheet))),
    SetPrintArea: ({ sheet }, api, range: unknown) => void (printSetupOf(sheet).area = localA1(areaOf(range, api, sheet))),
  },
};
