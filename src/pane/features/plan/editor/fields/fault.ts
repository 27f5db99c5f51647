/** How a field shows a text that cannot be read. */
export const fault = (sentence: string | undefined): { validationState: 'error'; validationMessage: string } | object =>
  sentence === undefined ? {} : { validationState: 'error', validationMessage: sentence };
