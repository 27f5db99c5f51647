/** Topics of messages from the runtime and storage. The pane shows them; a cell can't. */
type NoticeTopic = 'context' | 'rules' | 'recalculation' | 'filters' | 'meanings';

/** The current sentences of each topic. */
class Notices {
  private readonly byTopic = new Map<NoticeTopic, readonly string[]>();
  private readonly listeners = new Set<() => void>();
  private all: readonly string[] = [];

  /** Replaces the sentences of a topic; an empty list removes them. */
  say(topic: NoticeTopic, sentences: readonly string[]): void {
    this.byTopic.set(topic, sentences);
    this.all = [...this.byTopic.values()].flat();
    for (const listener of this.listeners) listener();
  }

  /** All current sentences; the same array until something changes. */
  readonly current = (): readonly string[] => this.all;

  /** Calls back on every change. Returns a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** The only instance: the runtime writes to it, the pane reads it. */
export const notices = new Notices();
