/** The progress of reading. */
export interface Progress {
  /** The file being read. */
  file: string;
  rows: number;
  bytes: number;
  /** Null if the length of a file is unknown. */
  totalBytes: number | null;
  elapsedMs: number;
}

/** Seconds left at the current pace; null while unknown. */
export function secondsLeft({ bytes, totalBytes, elapsedMs }: Progress): number | null {
  if (totalBytes === null || bytes === 0 || elapsedMs < SHORTEST_PACE_MS) return null;
  return Math.max(0, Math.ceil(((totalBytes - bytes) * elapsedMs) / bytes / 1000));
}

const SHORTEST_PACE_MS = 500;
