import { spawn } from 'node:child_process';
import { bundlePage, ROOT } from './bundle';
import { serveWorkbench } from './serve';

/** `npm start`: builds, bundles, serves, and prints the address. */
async function start(): Promise<void> {
  console.log('Building the add-in and its workbench …');
  const startedAt = performance.now();
  await Promise.all([buildAddIn(), bundlePage()]);
  const server = await serveWorkbench();
  console.log(`Built in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  if (server.port !== 3000) {
    console.log(`Port 3000 is taken, so this is port ${server.port}; sideloading into Excel expects port 3000.`);
  }
  if (!server.trusted) {
    console.log('The browser will warn about the certificate: continue, or trust it with `npx office-addin-dev-certs install`.');
  }
  console.log(`\n  Co-op Planner's workbench: ${server.url}\n\nCtrl+C stops it.`);
  const stop = () => {
    console.log('\nStopped.');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Runs `npm run build` with the npm that started this process, so that no shell has to find one. */
function buildAddIn(): Promise<void> {
  const npm = process.env['npm_execpath'];
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const build = spawn(command, [...args, 'run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    build.once('error', reject);
    build.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The build failed. See the messages above.'))));
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
