/** Why Excel would not do something just now. */
export type TroubleKind =
  | 'editing'
  | 'protected'
  | 'no permission'
  | 'gone'
  | 'busy'
  | 'too large'
  | 'not supported'
  | 'refused'
  | 'unknown';

/** Excel refused: one calm sentence for a person, and the kind for those who decide what to do next. */
export class Trouble extends Error {
  override readonly name = 'Trouble';

  constructor(
    readonly kind: TroubleKind,
    message: string = SENTENCES[kind],
  ) {
    super(message);
  }
}

/** The sentence for tables whose sheets people have protected. */
export const protectedTables = (names: readonly string[]): string =>
  names.length === 1
    ? `${names[0]!}'s sheet is protected, so nothing was written. Unprotect it on the Review tab, then try again.`
    : `The sheets of ${names.join(' and ')} are protected, so nothing was written. Unprotect them on the Review tab, then try again.`;

/** What Excel's refusal means to a person. `error` is whatever Office.js threw. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const kind = KINDS[String(code)] ?? (/protected/i.test(String(message)) ? 'protected' : 'unknown');
  if (kind === 'unknown') console.error(error);
  return new Trouble(kind);
}

/** The sentence a person reads; each says what is the matter, that nothing was lost, or what to do. */
const SENTENCES: Record<TroubleKind, string> = {
  editing: 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
  protected: 'This sheet is protected, so nothing was written. Unprotect it on the Review tab, or choose another sheet.',
  'no permission': 'Excel does not let Co-op Planner use this workbook, so nothing was changed. Check that it is open for editing.',
  gone: 'That sheet or cell is no longer there. Select a cell and try again.',
  busy: 'Excel is busy. Wait a moment, then try again.',
  'too large': 'That is more than Excel hands to an add-in at once. Nothing was changed.',
  'not supported': 'This version of Excel cannot do that.',
  refused: 'Excel does not take this formula here: it may name a table, sheet or name that this workbook does not have. Copy it and adapt it.',
  unknown: 'Excel did not answer as expected. Nothing was changed; try again.',
};

// Codes of Office.js. A protected sheet answers AccessDenied as well: whoever writes looks at the sheet's own flag.
const KINDS: Record<string, TroubleKind | undefined> = {
  InvalidOperationInCellEditMode: 'editing',
  CellEditMode: 'editing',
  AccessDenied: 'no permission',
  RangeLocked: 'protected',
  ReadOnly: 'no permission',
  PermissionDenied: 'no permission',
  '7000': 'no permission',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  InvalidObjectPath: 'gone',
  ActivityLimitReached: 'busy',
  HostIsBusy: 'busy',
  HostRestart: 'busy',
  Timeout: 'busy',
  ResponsePayloadSizeLimitExceeded: 'too large',
  RequestPayloadSizeLimitExceeded: 'too large',
  RequestAborted: 'too large',
  ApiNotFound: 'not supported',
  ApiNotAvailable: 'not supported',
  UnsupportedFeature: 'not supported',
};
