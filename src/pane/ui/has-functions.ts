/** Whether this Excel calculates COOP functions; on iPad there is only the pane. */
export const hasFunctions = (): boolean => Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1');

/** The message for an Excel that doesn't. */
export const NO_FUNCTIONS =
  'COOP functions calculate in Excel on Windows, Mac, and the web. On this device, COOP cells show #NAME?. The pane works as usual.';
