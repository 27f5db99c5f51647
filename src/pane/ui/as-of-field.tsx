import { Button, Label, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useId, useState } from 'react';
import { formatDay, isDay, type Day } from '../../domain/calendar/day';
import type { Saved } from '../../planner/store/planning-store';
import { usePlanner } from './use-planner';
import { useReading } from './use-planning';
import { DayInput } from './day-input';

interface AsOfFieldProps {
  /** Offers to read the workbook again. */
  canReadAgain?: boolean;
}

/** The as-of date that all screens share, with buttons to return to the workbook's date and to read the workbook again. */
export function AsOfField({ canReadAgain = false }: AsOfFieldProps) {
  const styles = useStyles();
  const id = useId();
  const { store } = usePlanner();
  const { asOf } = useReading();
  // typed text isn't a date until it is complete
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className={styles.field}>
      <Label htmlFor={id} size="small">
        As of
      </Label>
      <DayInput
        id={id}
        size="small"
        value={typed ?? asOf}
        onChange={(_, { value }) => {
          const isWhole = isDay(value);
          setTyped(isWhole ? null : value);
          if (isWhole) store.setAsOf(value);
        }}
        onBlur={() => setTyped(null)}
      />
      <SheetDate />
      {canReadAgain && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.last}
          icon={<ArrowClockwiseRegular />}
          aria-label="Refresh"
          title="Refresh"
          onClick={() => void store.readAgain()}
        />
      )}
    </div>
  );
}

/** The sheets' as-of date if it differs, and the ways to use one date for both. */
function SheetDate() {
  const { store } = usePlanner();
  const { asOf, isToday, sheetDay, read } = useReading();
  const [saved, setSaved] = useState<{ day: Day | null; result: Saved } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (act: () => Promise<Saved>, day: Day | null): Promise<void> => {
    setBusy(true);
    setSaved({ day, result: await act() });
    setBusy(false);
  };
  const undo =
    saved?.result.outcome === 'saved' && saved.result.undo && store.undoable.includes(saved.result.undo) ? saved.result.undo : null;
  const hasSheets = read.hasPlan || read.fundDetails.length > 0;
  const other = sheetDay !== null && sheetDay.day !== asOf ? `The sheet shows ${formatDay(sheetDay.day)}.` : null;
  return (
    <>
      {!isToday && (
        <>
          {other !== null && <Text size={200}>{other}</Text>}
          {hasSheets && (
            <Button size="small" appearance="subtle" disabled={isBusy} onClick={() => void run(() => store.useInWorkbook(asOf), asOf)}>
              Use this date in the workbook
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => store.setAsOf(store.today())}>
            {sheetDay === null || sheetDay.followsToday ? 'Back to today' : "Back to the workbook's date"}
          </Button>
        </>
      )}
      {isToday && sheetDay !== null && !sheetDay.followsToday && (
        <>
          <Text size={200}>The workbook is set to this date.</Text>
          <Button size="small" appearance="subtle" disabled={isBusy} onClick={() => void run(() => store.useInWorkbook(null), null)}>
            Follow today
          </Button>
        </>
      )}
      {isToday && sheetDay?.followsToday === true && other !== null && <Text size={200}>{other} Recalculate the workbook (F9).</Text>}
      {saved?.result.outcome === 'trouble' && <Text size={200}>{saved.result.sentence}</Text>}
      {undo && (
        <Button size="small" appearance="subtle" disabled={isBusy} onClick={() => void run(() => undo.run(), null)}>
          Undo date change
        </Button>
      )}
    </>
  );
}

const useStyles = makeStyles({
  last: { marginLeft: 'auto' },
  field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
