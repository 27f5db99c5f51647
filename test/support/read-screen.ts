import type { Workbench } from './workbench';

/** A part of a screen that is about one thing, such as a card or a row of a table. */
export interface Place {
  kind: string;
  /** Its label, or its first heading or button. */
  title: string;
  /** What a person reads in it. A label and its value are one line: "Co-op: $6,601.08". */
  lines: readonly string[];
}

/** Opens all that is folded on a screen, but for what the guidebook says, which belongs to no fund, activity, or claim. */
export async function unfold(workbench: Workbench): Promise<void> {
  await workbench.pane.locator('main').evaluate(async (main) => {
    const OTHER =
      /^(Rules and sources|Rule and source|US allowances|When a claim is low|Guide to|Compare with|Co-op rows by|Record$|Cancel$)/;
    const folded = (): HTMLElement[] =>
      [
        ...main.querySelectorAll<HTMLElement>('h2 [aria-expanded=false], h3 [aria-expanded=false], dt [aria-expanded=false]'),
        ...main.querySelectorAll<HTMLElement>('details:not([open]) > summary'),
        ...[...main.querySelectorAll('button')].filter(({ innerText }) => /^Show (all|\d+ more)/.test(innerText)),
      ].filter((element) => element.checkVisibility() && !OTHER.test(element.innerText));
    for (let found = folded(), times = 0; found.length > 0 && times < 20; found = folded(), times++) {
      for (const element of found) element.click();
      for (let pictures = 0; pictures < 2; pictures++) await new Promise(requestAnimationFrame);
    }
  });
  await workbench.still();
}

/** Reads a screen: the places that the selectors find, by kind, the rows of its tables, and the rest of it as "screen". */
export function readScreen(workbench: Workbench, kinds: Readonly<Record<string, string>>): Promise<Place[]> {
  return workbench.pane.locator('main').evaluate((main, selectors) => {
    const TABLE = 'table, [role=table]';
    const ROW = 'tr, [role=row]';
    const HEAD = 'th, [role=rowheader], [role=columnheader]';
    const CELL = `${HEAD}, td, [role=cell]`;
    const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const linesOf = (text: string): string[] => text.split('\n').map(clean).filter(Boolean);
    const found = Object.entries(selectors).flatMap(([kind, selector]) =>
      [...main.querySelectorAll<HTMLElement>(selector)].filter((root) => root.checkVisibility()).map((root) => ({ kind, root })),
    );
    const roots = new Set<Element>([main, ...found.map(({ root }) => root)]);
    const isIn =
      (root: Element) =>
      (element: Element): boolean => {
        let owner = element.parentElement;
        while (owner && !roots.has(owner)) owner = owner.parentElement;
        return owner === root && element.checkVisibility();
      };
    const readRows = (table: Element): Place[] => {
      const [header, ...rows] = [...table.querySelectorAll(ROW)].map((row) => [...row.querySelectorAll<HTMLElement>(CELL)]);
      const columns = (header ?? []).slice(1).map(({ innerText }) => clean(innerText));
      const name = clean(
        table.getAttribute('aria-label') ??
          table.querySelector('caption')?.innerText ??
          table.parentElement!.getAttribute('aria-label') ??
          '',
      );
      return rows.map(([head, ...cells]) => {
        const lines = linesOf(head!.innerText);
        // a cell of a narrow table repeats its column's name
        const values = cells.map(({ innerText }) => linesOf(innerText).at(-1) ?? '');
        return { kind: name, title: lines[0] ?? '', lines: [...lines, ...values.map((value, n) => `${columns[n]!}: ${value}`)] };
      });
    };
    const read = ({ kind, root }: { kind: string; root: HTMLElement }): Place[] => {
      const within = <E extends HTMLElement>(selector: string): E[] => [...root.querySelectorAll<E>(selector)].filter(isIn(root));
      const tables = within(TABLE);
      const lists = within('ul[aria-label], ol[aria-label]').filter((list) => ![...list.children].some((item) => roots.has(item)));
      const boxes = within<HTMLInputElement>('input:not([type=checkbox], [type=radio]), textarea');
      const badges = within('.fui-Badge');
      const names = within('dt').filter((name) => !name.closest(TABLE));
      const values = names.map((name) => name.nextElementSibling as HTMLElement);
      const labelOf = (box: HTMLInputElement): string => [...(box.labels ?? [])].map(({ innerText }) => clean(innerText)).join(' ');
      const paired = [
        ...badges.map((badge) => `Status: ${clean(badge.innerText)}`),
        ...names.map((name, n) => `${clean(name.innerText)}: ${clean(values[n]!.innerText)}`),
        ...boxes
          .filter(({ value }) => value !== '')
          .map((box) => `${labelOf(box) || (box.getAttribute('aria-label') ?? '')}: ${box.value}`),
        ...lists.flatMap((list) =>
          [...list.children].map((item) => `${list.getAttribute('aria-label')!}: ${clean((item as HTMLElement).innerText)}`),
        ),
      ];
      const title = root.getAttribute('aria-label') ?? within('h2, h3, h4, button')[0]?.innerText ?? '';
      const nested = found.map((other) => other.root).filter((other) => other !== root && root.contains(other));
      const apart = [...tables, ...lists, ...badges, ...names, ...values, ...within('label, select'), ...nested];
      // not seen for as long as the rest is read
      const before = apart.map(({ style }) => style.display);
      for (const { style } of apart) style.display = 'none';
      const lines = [...paired, ...linesOf(root.innerText)];
      for (const [index, { style }] of apart.entries()) style.display = before[index]!;
      return [{ kind, title: clean(title), lines }, ...tables.flatMap(readRows)];
    };
    return [...found, { kind: 'screen', root: main as HTMLElement }].flatMap(read);
  }, kinds);
}
