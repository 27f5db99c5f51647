import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import type { Day } from '../../../domain/day';
import { TODAY_COUNT, TODAY_TABLE, type TodayRow } from '../../../storage/today-table';
import { troubleOf } from '../../../storage/trouble';
import type { Inserted, Workbook } from '../../../storage/workbook';
import { Message } from '../../ui/message';
import { todayInSheet } from './today-in-sheet';

interface KeepInSheetProps {
  workbook: Workbook;
  list: readonly TodayRow[];
  asOf: Day;
}

type Said = { intent: 'success' | 'warning'; sentence: string };

/** The list as a table of the workbook, and its count in a cell: for those who never open the pane. */
export function KeepInSheet({ workbook, list, asOf }: KeepInSheetProps) {
  const styles = useStyles();
  const inSheet = todayInSheet(workbook.tables);
  const state = useSyncExternalStore(inSheet.subscribe, inSheet.current);
  const [said, setSaid] = useState<Said | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const act = async (verb: () => Promise<Said | null>): Promise<void> => {
    setIsBusy(true);
    setSaid(null);
    try {
      setSaid(await verb());
    } catch (error) {
      setSaid({ intent: 'warning', sentence: troubleOf(error).message });
    }
    setIsBusy(false);
  };
  const keep = (): Promise<void> =>
    act(async () => {
      await inSheet.keep(list, asOf);
      return null;
    });
  const putCount = (): Promise<void> => act(async () => countSaid(await workbook.insertFormula({ formula: TODAY_COUNT, rows: 1, columns: 1 })));
  const show = (): Promise<void> =>
    act(async () => {
      await workbook.tables.show(TODAY_TABLE, 0, 'What');
      return null;
    });

  return (
    <section className={styles.section} aria-labelledby="today-in-sheet">
      <h2 id="today-in-sheet" className={styles.title}>
        In the workbook
      </h2>
      {state.step === 'kept' ? (
        <>
          <p className={styles.quiet}>
            This list stands in the table {TODAY_TABLE}, as of <time dateTime={state.asOf}>{state.asOf}</time>. While the pane is open it is kept up to date.
          </p>
          <div className={styles.actions}>
            <Button size="small" disabledFocusable={isBusy} onClick={() => void putCount()}>
              Put the count in a cell
            </Button>
            <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void show()}>
              Show the table
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={styles.quiet}>
            As the table {TODAY_TABLE} on a sheet of its own, for cells to count and for others to read. While the pane is open it is kept up to date.
          </p>
          <div className={styles.actions}>
            <Button size="small" disabledFocusable={isBusy} onClick={() => void keep()}>
              Keep this list in the workbook
            </Button>
          </div>
        </>
      )}
      {state.step === 'trouble' && <Message intent="warning">{state.sentence}</Message>}
      {said && <Message intent={said.intent}>{said.sentence}</Message>}
    </section>
  );
}

/** The count is a convenience: nothing is ever replaced by it. */
function countSaid(inserted: Inserted): Said {
  if (inserted.outcome === 'inserted') return { intent: 'success', sentence: `The count stands in ${inserted.address}.` };
  if (inserted.outcome === 'occupied') return { intent: 'warning', sentence: `${inserted.address} already holds ${inserted.holds}. Nothing was written: select an empty cell.` };
  return { intent: 'warning', sentence: 'Nothing was written: select an empty cell outside a table.' };
}

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
