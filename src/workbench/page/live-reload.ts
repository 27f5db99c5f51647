import type { BuiltPart } from '../build-events';
import type { Session, SessionStart } from './session';

const KEPT = 'kept workbook';

/** Shows every new build of `npm run dev`: reloads the add-in next to the same workbook, or the page with the workbook reopened. */
export function followBuilds(session: () => Session | null): void {
  let isReloading = false;
  new EventSource('/workbench/builds').addEventListener('message', ({ data }: MessageEvent<BuiltPart>) => {
    const open = session();
    if (!open || isReloading) return location.reload();
    if (data === 'add-in') return void open.playAs(open.profile.name);
    isReloading = true;
    void open
      .changedFile()
      .then(keep)
      .finally(() => location.reload());
  });
}

/** The workbook that was open before this page reloaded, once; null if there is none. */
export function takeKept(): Pick<SessionStart, 'file' | 'isUnsaved'> | null {
  const saved = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (saved === null) return null;
  const { name, base64 } = JSON.parse(saved) as { name: string; base64: string };
  return { file: { name, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) }, isUnsaved: true };
}

function keep(file: SessionStart['file'] | null): void {
  if (!file) return;
  const characters = Array.from(file.bytes, (byte) => String.fromCharCode(byte));
  sessionStorage.setItem(KEPT, JSON.stringify({ name: file.name, base64: btoa(characters.join('')) }));
}
