/** How a day is handed to Excel: with a date format where the host takes one, else as its serial number. */
export type DateForm = 'Double' | 'FormattedNumber' | 'serial';

/** What this host can show. Asked by the custom functions runtime's version, since ExcelApi versions say nothing about it. */
export function dateFormOfHost(): DateForm {
  const supports = (version: string): boolean =>
    typeof Office !== 'undefined' && (Office.context?.requirements?.isSetSupported('CustomFunctionsRuntime', version) ?? false);
  if (supports('1.5')) return 'Double';
  return supports('1.4') ? 'FormattedNumber' : 'serial';
}
