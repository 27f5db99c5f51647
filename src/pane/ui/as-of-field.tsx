import { Button, Input, Label, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useId, useState } from 'react';
import { isDay } from '../../domain/calendar/day';
import { usePlanner } from './use-planner';
import { useReading } from './use-planning';

interface AsOfFieldProps {
  /** Offers to read the workbook again. */
  canReadAgain?: boolean;
}

/** The date that all screens share, a way back to today, and a button to read the workbook again. */
export function AsOfField({ canReadAgain = false }: AsOfFieldProps) {
  const styles = useStyles();
  const id = useId();
  const { store } = usePlanner();
  const { asOf, isToday } = useReading();
  // typed text isn't a date until it is complete
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className={styles.field}>
      <Label htmlFor={id} size="small">
        As of
      </Label>
      <Input
        id={id}
        type="date"
        size="small"
        value={typed ?? asOf}
        min="2000-01-01"
        max="2099-12-31"
        onChange={(_, { value }) => {
          const isWhole = isDay(value);
          setTyped(isWhole ? null : value);
          if (isWhole) store.setAsOf(value);
        }}
        onBlur={() => setTyped(null)}
      />
      {!isToday && (
        <Button size="small" appearance="subtle" onClick={() => store.setAsOf(store.today())}>
          Back to today
        </Button>
      )}
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

const useStyles = makeStyles({
  last: { marginLeft: 'auto' },
  field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
