import type { ServerResponse } from 'node:http';

/** What was rebuilt: the add-in or the workbench's page. */
export type BuiltPart = 'add-in' | 'page';

/** Notifies open pages of each new build with server-sent events. */
export class BuildEvents {
  private readonly listeners = new Set<ServerResponse>();

  /** Subscribes a page; the response stays open. */
  follow(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // The page only counts as connected once it receives something.
    response.write(': here\n\n');
    this.listeners.add(response);
    response.once('close', () => this.listeners.delete(response));
  }

  tell(part: BuiltPart): void {
    for (const response of this.listeners) response.write(`data: ${part}\n\n`);
  }
}
