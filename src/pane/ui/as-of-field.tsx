import { Button, Input, Label, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useId, useState, useSyncExternalStore } from 'react';
import { isDay, type Day } from '../../domain/calendar/day';
import type { PlanningStore } from '../../planner/store/planning-store';

/** The day every screen looks at the workbook from. */
export const useAsOf = (store: PlanningStore): Day => useSyncExternalStore(store.subscribe, store.asOf);

interface AsOfFieldProps {
  store: PlanningStore;
  /** Left out where nothing is offered to be read again. */
  onReadAgain?: () => void;
}

/** The one date all screens share, always in view, and the way back to today; at the end, reading the workbook again. */
export function AsOfField({ store, onReadAgain }: AsOfFieldProps) {
  const styles = useStyles();
  const id = useId();
  const asOf = useAsOf(store);
  // what is being typed isn't a day until it is complete
  const [typed, setTyped] = useState<string | null>(null);
  const today = useSyncExternalStore(store.subscribe, store.today);
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
      {asOf !== today && (
        <Button size="small" appearance="subtle" onClick={() => store.setAsOf(today)}>
          Back to today
        </Button>
      )}
      {onReadAgain && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.last}
          icon={<ArrowClockwiseRegular />}
          aria-label="Refresh"
          title="Refresh"
          onClick={onReadAgain}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  last: { marginLeft: 'auto' },
  field: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
