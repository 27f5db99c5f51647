/**
 * Whether a hint has been put away on this machine. Nothing of the workbook is kept here, and where the browser keeps
 * nothing at all the hint simply comes again.
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

/** Excel on the web shares one storage among everything it frames, and gives each its own key to part it by. */
const keyOf = (hint: string): string => `${Office.context.partitionKey ?? ''}co-op-planner/${hint}`;
