/** Copies a text; false if neither way works. Some hosts block the clipboard API in framed pages. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  document.body.append(field);
  field.select();
  try {
    // The old way still works in framed pages.
    return (document as { execCommand?: (command: string) => boolean }).execCommand?.('copy') ?? false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
