/**
 * Lets the Tab key work where Excel on the web plays with it: there office.js moves the focus itself, along a list of
 * what it knows to take it. It knows no `summary`, and from what is not on its list, such as a heading that was given the
 * focus, it goes nowhere. What has a tabindex of its own is on the list.
 */
export function keepTabOrder(page: Window): void {
  // office.js listens to the same window, after those who capture
  page.addEventListener('keydown', onTab, { capture: true });
}

function onTab({ key, target }: KeyboardEvent): void {
  if (key !== 'Tab' || !(target instanceof HTMLElement)) return;
  for (const summary of target.ownerDocument.querySelectorAll('summary:not([tabindex])')) summary.setAttribute('tabindex', '0');
  if (target.getAttribute('tabindex') !== '-1') return;
  target.setAttribute('tabindex', '0');
  target.addEventListener('blur', () => target.setAttribute('tabindex', '-1'), { once: true });
}
