import { watchAddIn, watchPage } from './watch';
import { BuildEvents } from './build-events';
import { DEV_DIR, ROOT } from './bundle';
import { serveWorkbench } from './serve';

/** `npm run dev`: builds for development, serves, and notifies the open workbench of every change. */
async function dev(): Promise<void> {
  console.log('Building the add-in and its workbench for development …');
  const events = new BuildEvents();
  const [distDir, pageDir] = [`${DEV_DIR}dist/`, `${DEV_DIR}page/`];
  const stopping = await Promise.all([
    watchAddIn({ config: `${ROOT}webpack.config.js`, distDir, onRebuilt: () => events.tell('add-in') }),
    watchPage({ pageDir, onRebuilt: () => events.tell('page') }),
  ]);
  const server = await serveWorkbench({ port: Number(process.env['PORT'] ?? 3000), distDir, pageDir, events });
  console.log(`\n  Co-op Planner's workbench: ${server.url}\n\nA changed file shows there by itself. Ctrl+C stops it.`);
  const stop = () => void Promise.all([server.close(), ...stopping.map((end) => end())]).then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

dev().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
