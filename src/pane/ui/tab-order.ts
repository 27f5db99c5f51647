/**
 * Makes the Tab key work in Excel on the web, where office.js moves the focus itself, along a list of elements it
 * considers focusable. It doesn't include `summary`, and from elements not on its list, such as a heading with the
 * focus, it goes nowhere. Elements with a tabindex are on the list.
 */
export function keepTabOrder(page: Window): void {
  // office.js listens to the same window, after capturing listeners
  page.addEventListener('keydown', onTab, { capture: true });
}

function onTab({ key, target }: KeyboardEvent): void {
  if (key !== 'Tab' || !(target instanceof HTMLElement)) return;
  for (const summary of target.ownerDocument.querySelectorAll('summary:not([tabindex])')) summary.setAttribute('tabindex', '0');
  if (target.getAttribute('tabindex') !== '-1') return;
  target.setAttribute('tabindex', '0');
  target.addEventListener('blur', () => target.setAttribute('tabindex', '-1'), { once: true });
}
