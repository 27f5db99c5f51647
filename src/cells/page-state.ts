/**
 * State of which a page has one, though it holds this code twice: functions.js and main.js are built apart, so that the
 * functions load as one piece, and meet here. Copies of code may differ by address; what is kept here must be plain.
 */
export function pageState<State extends object>(name: string, begin: () => State): State {
  const page = globalThis as { coopPlanner?: Record<string, object> };
  const states = (page.coopPlanner ??= {});
  return (states[name] ??= begin()) as State;
}
