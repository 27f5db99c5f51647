/** The form in which a day is passed to Excel: with a date format if the host supports it, otherwise as a serial number. */
export type DateForm = 'Double' | 'FormattedNumber' | 'serial';

/** The form this host supports, by the version of the custom functions runtime, since ExcelApi versions don't show it. */
export function dateFormOfHost(): DateForm {
  const supports = (version: string): boolean =>
    typeof Office !== 'undefined' && (Office.context?.requirements?.isSetSupported('CustomFunctionsRuntime', version) ?? false);
  if (supports('1.5')) return 'Double';
  return supports('1.4') ? 'FormattedNumber' : 'serial';
}
