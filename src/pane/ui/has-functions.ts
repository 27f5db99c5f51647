/** Whether this Excel calculates COOP functions; on iPad it has the pane alone. */
export const hasFunctions = (): boolean => Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1');

/** What is said where it does not. */
export const NO_FUNCTIONS =
  "COOP functions calculate in Excel on Windows, Mac, and the web. Here, this workbook's COOP cells show #NAME? until it is opened there; the pane works all the same.";
