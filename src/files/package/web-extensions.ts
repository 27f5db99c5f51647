import type { Package } from './package';
import { elementsOf, withoutElements } from './elements';
import { relationshipsOf, relationshipsPart, removeParts, removeRelationships } from './relationships';
import { relationshipIdOf } from './book';
import { attribute } from './xml';

/** The add-in's ID in manifest.xml, by which a file names it. */
export const ADDIN_ID = '9beec83b-c079-448f-8eac-82e89f80d028';

/**
 * Removes the link to this add-in: its web extension and its task pane (MS-OWEXML). Those of other add-ins stay.
 * In the store an add-in has another ID; then it's known by the functions it lists.
 */
export async function removeOwnExtension(file: Package): Promise<void> {
  for (const panes of (await relationshipsOf(file, '')).filter(({ type }) => type === 'webextensiontaskpanes')) {
    const listed = file.find(panes.target);
    if (!listed) continue;
    const extensions = (await relationshipsOf(file, listed)).filter(({ type }) => type === 'webextension');
    const ours: { id: string; part: string }[] = [];
    for (const extension of extensions) {
      const part = file.find(extension.target);
      if (part && isOwn(await file.text(part))) ours.push({ id: extension.id, part });
    }
    if (ours.length === 0) continue;
    const parts = ours.flatMap(({ part }) => [part, relationshipsPart(part)]);
    if (ours.length === extensions.length) {
      await removeRelationships(file, '', ({ target }) => target === panes.target);
      await removeParts(file, [...parts, listed, relationshipsPart(listed)]);
    } else {
      await removeRelationships(file, listed, ({ id }) => ours.some((each) => each.id === id));
      const text = await file.text(listed);
      const gone = elementsOf(text, 'taskpane').filter(({ start, end }) =>
        elementsOf(text.slice(start, end), 'webextensionref').some(({ tag }) => ours.some(({ id }) => id === relationshipIdOf(tag))),
      );
      file.set(listed, withoutElements(text, gone));
      await removeParts(file, parts);
    }
  }
}

function isOwn(extension: string): boolean {
  const [reference] = elementsOf(extension, 'reference');
  const id = reference && (attribute(reference.tag, 'id') ?? '').replace(/[{}]/g, '').toLowerCase();
  return id === ADDIN_ID || /_xldudf_coop_/i.test(extension);
}
