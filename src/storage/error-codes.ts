/** Why Excel refused something. */
export type ExcelErrorKind =
  | 'editing'
  | 'protected'
  | 'structure protected'
  | 'no permission'
  | 'no selection'
  | 'another workbook'
  | 'hidden'
  | 'in the way'
  | 'gone'
  | 'busy'
  | 'connection'
  | 'too large'
  | 'not supported'
  | 'refused'
  | 'fault'
  | 'unknown';

/** What an Office.js code means: the kind of error, and its own sentence if the kind's doesn't fit. */
export type CodeMeaning = readonly [kind: ExcelErrorKind, sentence?: string];

const UPDATE = "This version of Excel can't do that. Update Excel, or open the workbook in Excel on the web.";

/**
 * Every code of the pinned declarations (Excel.ErrorCodes, OfficeExtension.ErrorCodes), of office.js itself, and of Microsoft's
 * list (learn.microsoft.com, application-specific-api-error-handling). None says whether anything was changed: a request stops
 * at the action that fails and keeps what came before it, so only the code that wrote knows.
 */
export const ERROR_CODES: Readonly<Record<string, CodeMeaning>> = {
  AccessDenied: ['no permission'],
  ReadOnly: ['no permission'],
  PermissionDenied: ['no permission'],
  '7000': ['no permission', "Excel doesn't let Co-op Planner read or change this workbook. Ask the person who manages its permissions."],
  RangeLocked: ['protected', 'These cells are locked. Unprotect their sheet on the Review tab, then try again.'],
  InvalidOperationInCellEditMode: ['editing'],
  CellEditMode: ['editing'],

  InvalidSelection: ['no selection'],
  InactiveWorkbook: ['another workbook'],
  UnsupportedSheet: ['no selection', 'A chart sheet or macro sheet is in front. Go to a sheet with cells, then try again.'],

  ItemNotFound: ['gone'],
  InvalidReference: ['gone'],
  InvalidObjectPath: ['gone'],
  InvalidBinding: ['gone'],
  ItemAlreadyExists: ['in the way', 'A sheet or table of that name is already in the workbook. Rename it, then try again.'],
  InsertDeleteConflict: [
    'in the way',
    "Excel can't add or delete rows here because another table or merged cells are below or next to them. Move them, then try again.",
  ],
  MergedRangeConflict: ['in the way', 'A table, a PivotTable, or merged cells are in the way. Move them, then try again.'],
  PivotTableRangeConflict: ['in the way', 'A PivotTable is in the way. Move it, then try again.'],
  FilteredRangeConflict: ['in the way', 'A filter is in the way. Clear the filter, then try again.'],
  NonBlankCellOffSheet: [
    'in the way',
    "Cells at the end of the sheet aren't empty, so Excel can't make room. Delete the rows below the last used row, then try again.",
  ],
  Conflict: ['busy', 'Someone else changed the same place at the same time. Try again.'],
  DirtySupportingFormula: ['busy', "Excel hasn't finished calculating. Wait a moment, then try again."],

  ActivityLimitReached: ['busy'],
  HostIsBusy: ['busy'],
  Timeout: ['busy'],
  ServiceNotAvailable: ['busy'],
  WriteNotSupportedWhenModalDialogOpen: ['busy', 'A dialog is open in Excel. Close it, then try again.'],
  HostRestart: ['connection', 'Excel has to be restarted. Save the workbook, close Excel, and open it again.'],
  HostRestartNeeded: ['connection', 'Excel has to be restarted. Save the workbook, close Excel, and open it again.'],
  ConnectionFailure: ['connection'],
  InvalidOrTimedOutSession: ['connection', 'The connection to this workbook timed out. Reload the workbook, then try again.'],
  Unauthenticated: ['connection', 'Excel is signed out. Sign in, reload the workbook, then try again.'],

  ResponsePayloadSizeLimitExceeded: ['too large'],
  RequestPayloadSizeLimitExceeded: ['too large'],
  RequestAborted: ['too large', 'Excel stopped before it was done. Wait a moment, then try again.'],
  RangeExceedsLimit: ['too large'],
  OperationCellsExceedLimit: ['too large'],
  RangeImageExceedsLimit: ['too large'],
  ContentLengthRequired: ['too large'],
  MemoryLimitReached: ['too large', 'Excel is out of memory. Close other workbooks, then try again.'],
  FormulaLengthExceedsLimit: ['refused', 'The formula is longer than Excel allows. Shorten it, then try again.'],

  ApiNotFound: ['not supported', UPDATE],
  ApiNotAvailable: ['not supported', UPDATE],
  NotImplemented: ['not supported', UPDATE],
  UnsupportedOperation: ['not supported'],
  UnsupportedFeature: ['not supported'],
  UnsupportedFillType: ['not supported'],
  EmptyChartSeries: ['not supported', 'There are no numbers to draw in this chart.'],
  OpenWorkbookLinksBlocked: ['no permission', 'Links to other workbooks are blocked here. Choose Data > Workbook Links to allow them.'],
  RefreshWorkbookLinksBlocked: ['no permission', 'Links to other workbooks are blocked here. Choose Data > Workbook Links to allow them.'],
  PowerQueryRefreshResourceChallenge: [
    'no permission',
    'A data source asks for a sign-in. Choose Data > Refresh All and sign in, then try again.',
  ],
  BadPassword: ['no permission', "That password isn't correct."],

  // Excel returns it for many reasons; documented is a workbook behind another one (excel-add-ins-troubleshooting)
  GeneralException: [
    'unknown',
    'Excel stopped without saying why (GeneralException). If another workbook is in front, click this one, then try again.',
  ],
  InvalidOperation: [
    'unknown',
    "Excel can't do this just now (InvalidOperation). Finish what is open in Excel, such as a dialog, then try again.",
  ],

  InvalidArgument: ['fault'],
  InvalidRequest: ['fault'],
  InvalidRequestContext: ['fault'],
  InvalidRibbonDefinition: ['fault'],
  PropertyNotLoaded: ['fault'],
  ValueNotLoaded: ['fault'],
  RunMustReturnPromise: ['fault'],
  CannotRegisterEvent: ['fault'],
  CannotUpdateReadOnlyProperty: ['fault'],
};
