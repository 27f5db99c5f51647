import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Reading } from '../../planner/store/planning-store';
import type { PageMade } from '../../planner/summary/page-made';
import type { Workbook } from '../../storage/workbook';
import { Message } from './message';
import { useOutcome, type Outcome as ActionOutcome } from './use-outcome';
import { usePlanner } from './use-planner';
import { useReading } from './use-planning';

interface SheetButtonProps {
  label: string;
  /** What the sheet is about, for people who hear the button among others. */
  about?: string;
  /** What the sheet is for. */
  note?: string;
  /** Whether it is what people come for. */
  isPrimary?: boolean;
  make: (workbook: Workbook, reading: Reading) => Promise<PageMade>;
}

/** Makes a sheet for people who don't have the add-in, or makes it again. */
export function SheetButton({ label, about, note, isPrimary = false, make }: SheetButtonProps) {
  const styles = useStyles();
  const { workbook } = usePlanner();
  const reading = useReading();
  const { isBusy, outcome, run } = useOutcome<Outcome>();
  const undo = async ({ sheet, takeBack, what = 'the page' }: PageMade): Promise<Outcome> =>
    (await takeBack!()) === 'taken back'
      ? { intent: 'success', sentence: `Undone: ${what} on the sheet "${sheet}".` }
      : { intent: 'warning', sentence: `Nothing was undone, because the sheet "${sheet}" has changed since.` };
  const made = outcome?.made;
  return (
    <div className={styles.part}>
      <div>
        <Button
          size="small"
          appearance={isPrimary ? 'primary' : 'secondary'}
          aria-label={about && !isBusy ? `${label}: ${about}` : undefined}
          disabledFocusable={isBusy}
          onClick={() => void run(async () => describe(await make(workbook, reading)))}
        >
          {isBusy ? 'Working in Excel' : label}
        </Button>
      </div>
      {outcome ? (
        <Message intent={outcome.intent} actions={made?.takeBack && <Button onClick={() => void run(() => undo(made))}>Undo</Button>}>
          {outcome.sentence}
        </Message>
      ) : (
        note && <p className={styles.quiet}>{note}</p>
      )}
    </div>
  );
}

interface Outcome extends ActionOutcome {
  made?: PageMade;
}

const describe = (made: PageMade): Outcome => ({
  intent: made.intent ?? (made.takeBack ? 'success' : 'warning'),
  sentence: made.sentence,
  made,
});

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
