import { ExcelError } from '../grid/excel-error';
import type { WireObject, WorksheetState } from './wire-object';

/** What a person has selected. */
export type Selected = 'cells' | 'chart' | 'several areas' | 'chart sheet';

/** Members that fail while another workbook has the focus, with their error codes, as Microsoft documents (excel-add-ins-troubleshooting, Windows and Mac). */
const WANTS_FOCUS: Record<string, string | undefined> = {
  'Chart.Activate': 'GeneralException',
  'Range.Select': 'GeneralException',
  'Table.ClearFilters': 'GeneralException',
  'Workbook.GetActiveCell': 'InvalidSelection',
  'Workbook.GetSelectedRange': 'InvalidSelection',
  'Workbook.GetSelectedRanges': 'InvalidSelection',
  'Worksheet.Activate': 'GeneralException',
  'Worksheet.Delete': 'InvalidSelection',
  'WorksheetCollection.Add': 'GeneralException',
  'WorksheetFreezePanes.FreezeAt': 'GeneralException',
  'WorksheetFreezePanes.FreezeColumns': 'GeneralException',
  'WorksheetFreezePanes.FreezeRows': 'GeneralException',
  'WorksheetFreezePanes.GetLocationOrNullObject': 'GeneralException',
  'WorksheetFreezePanes.Unfreeze': 'GeneralException',
};

/** Members that fail unless one block of cells is selected (office-js issues 2268 and 2444). */
const WANTS_CELLS: Record<Exclude<Selected, 'cells'>, readonly string[]> = {
  chart: ['Workbook.GetActiveCell', 'Workbook.GetSelectedRange', 'Workbook.GetSelectedRanges'],
  'several areas': ['Workbook.GetSelectedRange'],
  'chart sheet': [
    'Workbook.GetActiveCell',
    'Workbook.GetSelectedRange',
    'Workbook.GetSelectedRanges',
    'WorksheetCollection.GetActiveWorksheet',
  ],
};

const MESSAGES: Record<string, string> = {
  GeneralException: 'There was an internal error while processing the request.',
  InvalidSelection: 'The current selection is invalid for this operation.',
};

/** What is active and selected in Excel, and what it then refuses. */
export class Situations {
  /** Whether another workbook is active. */
  isElsewhere = false;
  selected: Selected = 'cells';
  /** Whether activate and select fail on a hidden sheet, as in VBA, or do nothing: Office.js's behavior is unknown. */
  hiddenSheetsRefuse = true;
  /** Whether the add-in is from the Marketplace: showAsTaskpane then does nothing since February 23, 2026 (show-hide-add-in). */
  isFromMarketplace = false;

  /** Whether Excel runs a call now. False if it accepts the call and does nothing; throws if it refuses it. */
  admits(object: WireObject, member: string): boolean {
    const name = `${object.type}.${member}`;
    const code = this.isElsewhere ? WANTS_FOCUS[name] : undefined;
    if (code) throw refusal(code, name);
    if (this.selected !== 'cells' && WANTS_CELLS[this.selected].includes(name)) throw refusal('InvalidSelection', name);
    if (!SHOWS.has(name) || !isHidden(object)) return true;
    if (this.hiddenSheetsRefuse) throw refusal('GeneralException', name);
    return false;
  }
}

const SHOWS = new Set(['Worksheet.Activate', 'Range.Select', 'Chart.Activate']);

function isHidden({ state }: WireObject): boolean {
  const { sheet, area } = state as Partial<WorksheetState> & { area?: WorksheetState };
  return Boolean((sheet ?? area?.sheet)?.isSheetHidden());
}

function refusal(code: string, name: string): ExcelError {
  const [type, member] = name.split('.') as [string, string];
  return new ExcelError(code, MESSAGES[code]!, `${type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`);
}
