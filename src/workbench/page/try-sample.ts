/** How long the pane may take to begin, and the sample to be written. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * Fills the workbook with the add-in's own sample, by the button in its pane that people press; `press` presses it. False
 * where the pane doesn't offer it, or isn't there anymore.
 */
export async function trySample(page: () => Document | undefined, press: (button: HTMLElement) => void): Promise<boolean> {
  const buttonNamed = (name: string): HTMLElement | undefined =>
    [...(page()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name);
  const button = await awaited(() => buttonNamed('Try a sample'));
  if (!button) return false;
  press(button);
  return (await awaited(() => buttonNamed('Remove the sample'))) !== undefined;
}

async function awaited<T>(look: () => T | undefined): Promise<T | undefined> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}
