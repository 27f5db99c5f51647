import { writePrintSet } from '../../../../planner/summary/co-op-summary';
import { SheetButton } from '../../../ui/sheet-button';
import { Section } from '../section';
import { useTakeAwayStyles } from './take-away-styles';

/** The summary and the whole plan on one sheet, to print or to save as a PDF. */
export function PrintPart() {
  const styles = useTakeAwayStyles();
  return (
    <Section id="to-print" title="To print">
      <p className={styles.quiet}>
        The summary of all funds, and below it every activity of the plan, on one sheet: one page wide, and as many pages as it takes. To
        get a PDF, print it or use File &gt; Export.
      </p>
      <SheetButton label="Make print set" make={writePrintSet} />
    </Section>
  );
}
