import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { describeFreeze, freezeToday, thawToday } from '../../../../planner/take-away/freeze-text';
import type { FormulasChanged } from '../../../../storage/workbook';
import { Message } from '../../../ui/message';
import { useOutcome, type Outcome as ActionOutcome } from '../../../ui/use-outcome';
import { usePlanner } from '../../../ui/use-planner';
import { Section } from '../section';
import { LeftCells } from './left-cells';
import { useTakeAwayStyles } from './take-away-styles';

/** Turns formulas into values in place, before the workbook is sent, and back. */
export function FreezePart() {
  const styles = useTakeAwayStyles();
  const { workbook } = usePlanner();
  const [hasRowsWithoutId, setRowsWithoutId] = useState(false);
  const { isBusy, outcome, run } = useOutcome<Outcome>();
  const freeze = async (): Promise<Outcome> => outcomeOf('freeze', await freezeToday(workbook, hasRowsWithoutId));
  const thaw = async (): Promise<Outcome> => outcomeOf('thaw', await thawToday(workbook));
  const undo = async ({ action, changed }: Done): Promise<Outcome> =>
    (await changed.takeBack!()) === 'taken back'
      ? { intent: 'success', sentence: `Undone: ${action === 'freeze' ? 'freezing the formulas' : 'thawing the formulas'}.` }
      : { intent: 'warning', sentence: 'Nothing was undone, because the cells have changed since.' };
  const done = outcome?.done;
  return (
    <Section id="frozen" title="Freeze for sending">
      <p className={styles.quiet}>
        For people without the add-in: COOP formulas become the values they show. The table CoopFrozen remembers them, and Thaw puts them
        back, even if rows were inserted, sorted, or deleted in the meantime.
      </p>
      <Checkbox
        label="Include table rows without an ID"
        checked={hasRowsWithoutId}
        onChange={(_, { checked }) => setRowsWithoutId(checked === true)}
      />
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void run(freeze)}>
          {isBusy ? 'Working in Excel' : 'Freeze formulas'}
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void run(thaw)}>
          Thaw formulas
        </Button>
      </div>
      {outcome && (
        <Message
          intent={outcome.intent}
          actions={done?.changed.takeBack && <Button onClick={() => void run(() => undo(done))}>Undo</Button>}
        >
          {outcome.sentence}
        </Message>
      )}
      {done && <LeftCells cells={done.changed.left} />}
    </Section>
  );
}

interface Done {
  action: 'freeze' | 'thaw';
  changed: FormulasChanged;
}

interface Outcome extends ActionOutcome {
  done?: Done;
}

const outcomeOf = (action: Done['action'], changed: FormulasChanged): Outcome => ({
  intent: changed.cells > 0 && changed.left.length === 0 ? 'success' : 'warning',
  sentence: describeFreeze(action, changed),
  done: { action, changed },
});
