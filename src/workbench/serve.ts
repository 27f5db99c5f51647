import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { BuildEvents } from './build-events';
import { PAGE_DIR, ROOT } from './bundle';
import { localCertificate } from './certificate';
import { headersFor, readHeaderRules } from './headers';

/** A running workbench server. */
export interface WorkbenchServer {
  /** The address of the workbench page. */
  url: string;
  port: number;
  /** Whether this machine trusts the certificate. */
  trusted: boolean;
  close(): Promise<void>;
}

/** office.js requires https and the same host name for the page and its parent, so this serves both. */
const ADDRESSES = ['127.0.0.1', '::1'];
const PORTS_TRIED = 50;

/**
 * Serves the built add-in at `/`, the workbench page at `/workbench/` and Microsoft's office.js at `/officejs/`, to this
 * machine only. If the port is taken, it uses the next free one; port 0 is any port.
 */
export async function serveWorkbench({
  port = 3000,
  distDir = `${ROOT}dist/`,
  pageDir = PAGE_DIR,
  events = null,
}: { port?: number; distDir?: string; pageDir?: string; events?: BuildEvents | null } = {}): Promise<WorkbenchServer> {
  const certificate = await localCertificate(`${ROOT}.cache/certificates`);
  const handle = router(distDir, pageDir, events);
  const open = (onPort: number, address: string) => listen(createServer(certificate, handle), onPort, address);
  for (let next = port; next < port + PORTS_TRIED; next++) {
    const servers = await openOnAll(next, open);
    if (!servers) continue;
    const chosen = (servers[0]!.address() as AddressInfo).port;
    return {
      url: `https://localhost:${chosen}/workbench/`,
      port: chosen,
      trusted: certificate.trusted,
      close: () => Promise.all(servers.map(closed)).then(() => undefined),
    };
  }
  throw new Error(`Ports ${port} to ${port + PORTS_TRIED - 1} are all taken on this machine.`);
}

/** Opens the same port on IPv4 and IPv6, since `localhost` may be either; null if it's taken on one of them. */
async function openOnAll(port: number, open: (port: number, address: string) => Promise<Server | null>): Promise<Server[] | null> {
  const servers: Server[] = [];
  try {
    for (const address of ADDRESSES) {
      const server = await open(servers[0] ? (servers[0].address() as AddressInfo).port : port, address);
      if (server) servers.push(server);
    }
    if (servers.length > 0) return servers;
    throw new Error('This machine has neither 127.0.0.1 nor ::1.');
  } catch (error) {
    await Promise.all(servers.map(closed));
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  }
}

/** Resolves to null if the machine doesn't support that kind of address. */
function listen(server: Server, port: number, address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
      else reject(error);
    });
    server.listen(port, address, () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function router(
  distDir: string,
  pageDir: string,
  events: BuildEvents | null,
): (request: IncomingMessage, response: ServerResponse) => void {
  // `dev` reads from the disk each time, so that a reload shows a new build.
  const folders: [prefix: string, serve: ReturnType<typeof sirv>][] = [
    ['/workbench/', sirv(pageDir, { dev: true })],
    ['/officejs/', sirv(`${ROOT}node_modules/@microsoft/office-js/dist`, { dev: true })],
    ['/', sirv(distDir, { dev: true, setHeaders: (response, path) => addHeaders(distDir, response, path) })],
  ];
  return (request, response) => {
    const path = request.url ?? '/';
    if (path === '/' || path === '/workbench') {
      response.writeHead(302, { location: '/workbench/' }).end();
      return;
    }
    if (events && path === '/workbench/builds') return events.follow(response);
    const [prefix, serve] = folders.find(([start]) => path.startsWith(start))!;
    request.url = path.slice(prefix.length - 1);
    serve(request, response, () => void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found'));
  };
}

function addHeaders(distDir: string, response: ServerResponse, path: string): void {
  const file = `${distDir}_headers`;
  if (!existsSync(file)) return;
  for (const [name, value] of headersFor(path, readHeaderRules(readFileSync(file, 'utf8')))) response.setHeader(name, value);
}
