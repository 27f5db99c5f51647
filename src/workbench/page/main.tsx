import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followBuilds, takeKept } from './live-reload';
import type { Session } from './session';
import { readManifest } from './manifest';
import './page.css';

let open: Session | null = null;

/** Makes the session's driver available to browser tests. */
function expose(session: Session | null): void {
  open = session;
  Object.assign(window, { workbench: session?.driver });
}

const response = await fetch('/manifest.xml');
if (!response.ok) throw new Error('The add-in is not built: dist/manifest.xml is missing.');
const reopened = process.env['FOLLOWS_BUILDS'] ? takeKept() : null;
if (process.env['FOLLOWS_BUILDS']) followBuilds(() => open);
const manifest = readManifest(await response.text());
createRoot(document.getElementById('app')!).render(<App manifest={manifest} reopened={reopened} onSession={expose} />);
