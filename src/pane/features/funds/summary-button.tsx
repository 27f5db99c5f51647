import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { toExcelError } from '../../../storage/excel-error';
import { Message } from '../../ui/message';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';

/** Makes the summary page for people who don't have the add-in, or makes it again. */
export function SummaryButton() {
  const styles = useStyles();
  const { workbook } = usePlanner();
  const reading = useReading();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ intent: 'success' | 'warning'; sentence: string } | null>(null);
  const make = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setOutcome(null);
    try {
      const { writeSummary } = await import('../../../planner/summary/co-op-summary');
      setOutcome({ intent: 'success', sentence: await writeSummary(workbook, reading) });
    } catch (error) {
      setOutcome({ intent: 'warning', sentence: toExcelError(error).message });
    }
    setBusy(false);
  };
  return (
    <div className={styles.part}>
      <div>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void make()}>
          {isBusy ? 'Working in Excel' : 'Make a summary sheet'}
        </Button>
      </div>
      {outcome ? (
        <Message intent={outcome.intent}>{outcome.sentence}</Message>
      ) : (
        <p className={styles.quiet}>
          One printable page for finance: every fund from earned to paid, the largest activities, and the next deadlines.
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
