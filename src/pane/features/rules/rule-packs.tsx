import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { addPack, packsIn, removePack, type PackChanged } from '../../../planner/rules/rule-packs';
import { toExcelError } from '../../../storage/excel-error';
import type { OwnRules } from '../../../storage/rules/own-rules';
import { Message } from '../../ui/message';
import { noBreak } from '../../ui/no-break';
import { usePlanner } from '../../ui/use-planner';

interface Notice {
  intent: 'success' | 'warning';
  sentence: string;
  change?: PackChanged;
}

/** Rates that are reported for the years after the built-in ones, to use in this workbook or not. */
export function RulePacks({ ownRules, onChanged }: { ownRules: OwnRules | null; onChanged: () => void }) {
  const { workbook } = usePlanner();
  const styles = useStyles();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (act: () => Promise<Notice>): Promise<void> => {
    setIsBusy(true);
    try {
      setNotice(await act());
    } catch (error) {
      setNotice({ intent: 'warning', sentence: toExcelError(error).message });
    }
    setIsBusy(false);
    onChanged();
  };
  const change = (act: () => Promise<PackChanged>): Promise<void> =>
    run(async () => {
      const done = await act();
      return { intent: 'success', sentence: done.sentence, change: done };
    });
  const undo = ({ takeBack, undone }: PackChanged): Promise<void> =>
    run(async () =>
      (await takeBack!()) === 'taken back'
        ? { intent: 'success', sentence: undone }
        : { intent: 'warning', sentence: 'The rules have changed since, so nothing was undone.' },
    );
  return (
    <>
      <h3 className={styles.heading}>Reported rates</h3>
      <p className={styles.quiet}>
        Reported by distributors and partners, not verified. Your own rules come first, then these, then the built-in rules.
      </p>
      <ul className={styles.list}>
        {packsIn(ownRules).map(({ pack, count, isUsed }) => (
          <li key={pack.name} className={styles.pack}>
            <b>{pack.name}</b>
            <span className={styles.quiet}>
              {count}. {noBreak(pack.about)}
            </span>
            <Button
              size="small"
              className={styles.button}
              disabledFocusable={isBusy}
              aria-label={isUsed ? `Take out ${pack.name}` : `Use in this workbook: ${pack.name}`}
              onClick={() => void change(() => (isUsed ? removePack(workbook, pack) : addPack(workbook, pack)))}
            >
              {isUsed ? 'Take out' : 'Use in this workbook'}
            </Button>
          </li>
        ))}
      </ul>
      <div role="status">
        {notice && (
          <Message
            intent={notice.intent}
            actions={
              <>
                {notice.change?.takeBack && (
                  <Button size="small" disabledFocusable={isBusy} onClick={() => void undo(notice.change!)}>
                    Undo
                  </Button>
                )}
                <Button size="small" onClick={() => setNotice(null)}>
                  Close
                </Button>
              </>
            }
          >
            {notice.sentence}
          </Message>
        )}
      </div>
    </>
  );
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.body1, margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  pack: { display: 'grid', gap: tokens.spacingVerticalXXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  button: { justifySelf: 'start' },
});
