/**
 * State that exists once per page, although this code is there twice: functions.js and main.js are built separately, so
 * that the functions load as one piece. Classes and functions differ between the two, so state must be plain data.
 */
export function pageState<State extends object>(name: string, begin: () => State): State {
  const page = globalThis as { coopPlanner?: Record<string, object> };
  const states = (page.coopPlanner ??= {});
  return (states[name] ??= begin()) as State;
}
