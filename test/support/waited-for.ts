/**
 * The requests of an action that people wait for. What keeps the headers of new tables in sight comes behind a save, and the
 * watch over the workbook's own rules asks once whose table was changed.
 */
export const waitedFor = (requests: readonly string[][]): string[][] =>
  requests.filter(
    (calls) => !calls.includes('WorksheetFreezePanes.freezeRows()') && String(calls) !== 'TableCollection.getItemOrNullObject()',
  );
