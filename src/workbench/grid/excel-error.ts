/** An error as Excel reports it to an add-in: a code, a message, and the member it's about ('Range.values'). */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location?: string,
  ) {
    super(message);
  }
}

/** There is no sheet, table, name or setting with that name. */
export function notFound(location: string): ExcelError {
  return new ExcelError('ItemNotFound', "The requested resource doesn't exist.", location);
}

/** An argument that Excel refuses. */
export function badArgument(location: string): ExcelError {
  return new ExcelError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', location);
}

/** The name is already in use. */
export function alreadyExists(location: string): ExcelError {
  return new ExcelError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', location);
}

/** A member that Excel has and the workbench doesn't. The message names it, so that it isn't overlooked. */
export function apiNotFound(member: string): ExcelError {
  return new ExcelError('ApiNotFound', `The API you are trying to use could not be found (the workbench lacks ${member}).`, member);
}

/** A member that only a newer version of Excel has. */
export function newerApi(member: string): ExcelError {
  return new ExcelError(
    'ApiNotFound',
    'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
    member,
  );
}

/** The sheet is protected or the workbook is read-only. */
export function accessDenied(location: string): ExcelError {
  return new ExcelError('AccessDenied', 'You cannot perform the requested operation.', location);
}

/** Inserting or deleting cells would cut another table, or merged cells, in two. */
export function insertDeleteConflict(location: string): ExcelError {
  return new ExcelError('InsertDeleteConflict', 'The attempted insert or delete operation resulted in a conflict.', location);
}

/** Not possible in the current state, such as deleting the last sheet. */
export function invalidOperation(location: string): ExcelError {
  return new ExcelError('InvalidOperation', "The operation isn't permitted.", location);
}

/** Excel's error without details. */
export function internalError(location: string): ExcelError {
  return new ExcelError('GeneralException', 'There was an internal error while processing the request.', location);
}

/** An array that doesn't have the size of the range. */
export function wrongSize(location: string): ExcelError {
  const message = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
  return new ExcelError('InvalidArgument', message, location);
}
