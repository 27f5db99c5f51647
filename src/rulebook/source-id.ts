import type { FURTHER_SOURCES } from './further-sources';
import { SOURCES, type Citation } from './sources';

/** The name of a source. */
export type SourceId = keyof typeof SOURCES | keyof typeof FURTHER_SOURCES;

/** The document a rule cites. Sources cited only for other readings aren't included. */
export function sourceOf(id: SourceId): Citation {
  return SOURCES[id as keyof typeof SOURCES];
}
