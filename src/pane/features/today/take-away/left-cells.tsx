import type { LeftCell } from '../../../../storage/frozen/plan-freeze';
import { groupBy } from '../../../../domain/group-by';
import { useTakeAwayStyles } from './take-away-styles';

/** Cells that something wasn't done to, by the reason. */
export function LeftCells({ cells }: { cells: readonly LeftCell[] }) {
  const styles = useTakeAwayStyles();
  if (cells.length === 0) return null;
  return (
    <ul className={styles.list}>
      {[...groupBy(cells, ({ why }) => why)].map(([why, those]) => (
        <li key={why}>
          {those
            .slice(0, MOST)
            .map(({ sheet, cell }) => `${sheet}!${cell}`)
            .join(', ')}
          {those.length > MOST && ` and ${(those.length - MOST).toLocaleString('en-US')} more`}: {why}
        </li>
      ))}
    </ul>
  );
}

const MOST = 12;
