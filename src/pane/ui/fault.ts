/** How a field shows a text that can't be read. */
export const fault = (sentence: string | undefined): { validationState: 'error'; validationMessage: string } | object =>
  sentence === undefined ? {} : { validationState: 'error', validationMessage: sentence };
