import { writePrintSet } from '../../../../planner/summary/co-op-summary';
import { SheetButton } from '../../../ui/sheet-button';
import { useTakeAwayStyles } from './take-away-styles';

/** The summary and the whole plan on one sheet, to print or to save as a PDF. */
export function PrintPart() {
  const styles = useTakeAwayStyles();
  return (
    <section className={styles.section} aria-labelledby="to-print">
      <h2 id="to-print" className={styles.title}>
        To print
      </h2>
      <p className={styles.quiet}>
        The summary of all funds, and below it every activity of the plan, on one sheet: one page wide, and as many pages as it takes. To
        get a PDF, print it or use File &gt; Export.
      </p>
      <SheetButton label="Make print set" make={writePrintSet} />
    </section>
  );
}
