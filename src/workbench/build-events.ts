import type { ServerResponse } from 'node:http';

/** What was built again: the add-in, or the page that plays Excel. */
export type BuiltPart = 'add-in' | 'page';

/** Notifies open pages of each new build with server-sent events. */
export class BuildEvents {
  private readonly listeners = new Set<ServerResponse>();

  /** Subscribes a page; the response stays open. */
  follow(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // something must be said before the page knows that it is connected
    response.write(': here\n\n');
    this.listeners.add(response);
    response.once('close', () => this.listeners.delete(response));
  }

  tell(part: BuiltPart): void {
    for (const response of this.listeners) response.write(`data: ${part}\n\n`);
  }
}
