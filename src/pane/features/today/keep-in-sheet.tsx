import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { formatDay, type Day } from '../../../domain/calendar/day';
import { TODAY_COUNT, TODAY_TABLE, type TodayRow } from '../../../storage/planning/today-table';
import { toExcelError } from '../../../storage/excel-error';
import type { Inserted } from '../../../storage/workbook';
import { Message } from '../../ui/message';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { inSheet, type InSheet } from '../../../planner/to-do/today-in-sheet';
import { Section } from './section';

type Said = { intent: 'success' | 'warning'; sentence: string };

/** The list as a table in the workbook, and its count in a cell, for people who never open the pane. */
export function KeepInSheet({ list }: { list: readonly TodayRow[] }) {
  const styles = useStyles();
  const { workbook, store } = usePlanner();
  const { read, asOf, isToday } = useReading();
  const state = inSheet(read.today, list, asOf);
  const [said, setSaid] = useState<Said | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const act = async (verb: () => Promise<Said | null>): Promise<void> => {
    setIsBusy(true);
    setSaid(null);
    try {
      setSaid(await verb());
    } catch (error) {
      setSaid({ intent: 'warning', sentence: toExcelError(error).message });
    }
    setIsBusy(false);
  };
  const write = (): Promise<void> =>
    act(async () => {
      const saved = await store.writeToday(list, asOf, 'wish');
      return saved.outcome === 'trouble' ? { intent: 'warning', sentence: saved.sentence } : null;
    });
  const putCount = (): Promise<void> =>
    act(async () => describeCount(await workbook.insertFormula({ formula: TODAY_COUNT, rows: 1, columns: 1 })));
  const show = (): Promise<void> =>
    act(async () => {
      await workbook.tables.show(TODAY_TABLE, 0, 'What');
      return null;
    });

  return (
    <Section id="today-in-sheet" title="In the workbook">
      {state.step === 'trouble' && <Message intent="warning">{state.sentence}</Message>}
      {state.step === 'another' && (
        <Message
          intent="warning"
          actions={
            <Button size="small" disabledFocusable={isBusy} onClick={() => void write()}>
              Update the sheet
            </Button>
          }
        >
          {describeAnother(state, asOf)}
        </Message>
      )}
      <p className={styles.quiet}>
        {state.step === 'none' && `Adds the table ${TODAY_TABLE} on its own sheet, for formulas to use and others to read. `}
        {state.step === 'same' && (
          <>
            This list is in the table {TODAY_TABLE}, as of <time dateTime={asOf}>{formatDay(asOf)}</time>.{' '}
          </>
        )}
        {isToday ? 'Saving in this pane keeps it up to date.' : 'Saving in this pane keeps it up to date while the as-of date is today.'}
      </p>
      <div className={styles.actions}>
        {state.step === 'none' ? (
          <Button size="small" disabledFocusable={isBusy} onClick={() => void write()}>
            Add this list to the workbook
          </Button>
        ) : (
          <>
            <Button size="small" disabledFocusable={isBusy} onClick={() => void putCount()}>
              Insert the count in a cell
            </Button>
            <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void show()}>
              Show the table
            </Button>
          </>
        )}
      </div>
      {said && <Message intent={said.intent}>{said.sentence}</Message>}
    </Section>
  );
}

/** How the sheet's list differs from this one. */
function describeAnother({ asOf: there }: InSheet & { step: 'another' }, asOf: Day): ReactNode {
  if (there === null) return 'The list in the sheet differs from this one.';
  if (there === asOf) return 'The list in the sheet is out of date.';
  return (
    <>
      The sheet shows this list as of <time dateTime={there}>{formatDay(there)}</time>.
      {there > asOf && ' That is later than your as-of date.'}
    </>
  );
}

/** The count is a convenience: nothing is ever replaced by it. */
function describeCount(inserted: Inserted): Said {
  if (inserted.outcome === 'inserted') return { intent: 'success', sentence: `Inserted the count in ${inserted.address}.` };
  if (inserted.outcome === 'occupied')
    return {
      intent: 'warning',
      sentence: `${inserted.address} already has ${inserted.holds}. Nothing was written. Select an empty cell.`,
    };
  return { intent: 'warning', sentence: "Nothing was written. Select an empty cell that isn't in or next to a table." };
}

const useStyles = makeStyles({
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
