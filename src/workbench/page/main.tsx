import { createRoot } from 'react-dom/client';
import { App } from './app';
import type { Session } from './session';
import { readManifest } from './manifest';
import './page.css';

/** Lets the browser tests drive the workbench as calc and the headless tests do. */
function expose(session: Session | null): void {
  Object.assign(window, { workbench: session?.driver });
}

const response = await fetch('/manifest.xml');
if (!response.ok) throw new Error('The add-in is not built: dist/manifest.xml is missing.');
const manifest = readManifest(await response.text());
createRoot(document.getElementById('app')!).render(<App manifest={manifest} onSession={expose} />);
