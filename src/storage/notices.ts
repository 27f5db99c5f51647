/** What the runtime and storage have to tell people, by what it is about. The pane shows it; a cell cannot. */
type NoticeTopic = 'context' | 'rules' | 'recalculation' | 'filters';

/** Sentences for people, the newest state of each topic. */
class Notices {
  private readonly byTopic = new Map<NoticeTopic, readonly string[]>();
  private readonly listeners = new Set<() => void>();
  private all: readonly string[] = [];

  /** Replaces what a topic says; nothing ends it. */
  say(topic: NoticeTopic, sentences: readonly string[]): void {
    this.byTopic.set(topic, sentences);
    this.all = [...this.byTopic.values()].flat();
    for (const listener of this.listeners) listener();
  }

  /** The sentences now; the same array until something changes. */
  readonly current = (): readonly string[] => this.all;

  /** Calls back on every change; the answer ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** The one board: the runtime writes it, the pane reads it. */
export const notices = new Notices();
