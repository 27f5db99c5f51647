import { hostProfiles, type HostProfile } from '../office/host-profiles';

/** What a ribbon button does: shows the pane, or calls one of the add-in's functions by name. */
export type RibbonAction = { kind: 'pane' } | { kind: 'command'; name: string };

/** A button of the add-in's ribbon group, as in the manifest. */
interface RibbonButton {
  id: string;
  label: string;
  tip: string;
  icon: string;
  action: RibbonAction;
}

/** What the workbench reads from manifest.xml, as Excel does. */
export interface Manifest {
  displayName: string;
  /** The functions' namespace, COOP. */
  namespace: string;
  /** Paths on this server, instead of the manifest's host. */
  pane: string;
  functionsMetadata: string;
  group: { label: string; buttons: RibbonButton[] };
  /** The versions of Excel to try; the first only has what the manifest requires. */
  profiles: HostProfile[];
}

/** Reads the add-in's manifest.xml. */
export function readManifest(xml: string): Manifest {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const all = (parent: Element | Document, name: string) => [...parent.getElementsByTagNameNS('*', name)];
  const child = (parent: Element, name: string) => [...parent.children].find((element) => element.localName === name);
  const only = (parent: Element | Document, name: string): Element => {
    const [found] = all(parent, name);
    if (!found) throw new Error(`manifest.xml has no ${name}.`);
    return found;
  };
  const resource = (element: Element | undefined): string => {
    const id = element?.getAttribute('resid');
    const entry = id ? document.querySelector(`[id="${id}"]`) : null;
    if (!entry) throw new Error(`manifest.xml names the resource ${id ?? '(none)'} and does not hold it.`);
    return entry.getAttribute('DefaultValue') ?? '';
  };
  const pathOf = (element: Element | undefined): string => new URL(resource(element)).pathname;
  const icon = (parent: Element): string => {
    const images = all(parent, 'Image');
    return pathOf(images.find((image) => image.getAttribute('size') === '32') ?? images[0]);
  };
  const group = only(document, 'Group');
  return {
    profiles: hostProfiles(xml),
    displayName: only(document, 'DisplayName').getAttribute('DefaultValue') ?? '',
    namespace: resource(only(document, 'Namespace')),
    pane: pathOf(only(only(document, 'Page'), 'SourceLocation')),
    functionsMetadata: pathOf(only(only(document, 'Metadata'), 'SourceLocation')),
    group: {
      label: resource(child(group, 'Label')),
      buttons: all(group, 'Control').map((control) => {
        const name = child(only(control, 'Action'), 'FunctionName')?.textContent?.trim();
        return {
          id: control.id,
          label: resource(child(control, 'Label')),
          tip: resource(child(only(control, 'Supertip'), 'Description')),
          icon: icon(control),
          action: name ? { kind: 'command', name } : { kind: 'pane' },
        };
      }),
    },
  };
}
