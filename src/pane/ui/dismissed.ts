/**
 * Whether a hint was dismissed on this machine. No workbook data is stored here, and if the browser stores nothing at
 * all, the hint appears again.
 */
export function isDismissed(hint: string): boolean {
  try {
    return localStorage.getItem(keyOf(hint)) !== null;
  } catch {
    return false;
  }
}

/** Remembers that a hint was dismissed. */
export function dismiss(hint: string): void {
  try {
    localStorage.setItem(keyOf(hint), 'dismissed');
  } catch {
    // The browser's storage is blocked or full.
  }
}

/** Excel on the web shares one storage among all its frames, and gives each its own key prefix. */
const keyOf = (hint: string): string => `${Office.context.partitionKey ?? ''}co-op-planner/${hint}`;
