/**
 * Whether a hint was dismissed on this machine. No workbook data is stored here, and if the browser stores nothing at
 * all the hint simply comes again.
 */
export function isDismissed(hint: string): boolean {
  try {
    return localStorage.getItem(keyOf(hint)) !== null;
  } catch {
    return false;
  }
}

/** Remembers that a hint has been put away. */
export function dismiss(hint: string): void {
  try {
    localStorage.setItem(keyOf(hint), 'dismissed');
  } catch {
    // A browser that blocks or has filled its storage.
  }
}

/** Excel on the web shares one storage among all its frames, and gives each its own key prefix. */
const keyOf = (hint: string): string => `${Office.context.partitionKey ?? ''}co-op-planner/${hint}`;
