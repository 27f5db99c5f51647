import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useState } from 'react';
import { RULES_OF } from '../../../rulebook/edition';
import { copyText } from '../../ui/copy';
import { Message } from '../../ui/message';
import { usePlanner } from '../../ui/use-planner';
import { aboutLines } from '../../../planner/rules/about-text';
import { formatDay } from '../../../domain/calendar/day';

declare const __VERSION__: string;

/** The version that runs, and the rules it knows. */
const RUNNING = `Co-op Planner ${__VERSION__}, rules of ${formatDay(RULES_OF)}`;

/** The version that runs and the Excel it runs in, to be copied into a bug report. */
export function About() {
  const { workbook } = usePlanner();
  const styles = useStyles();
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isShown = true;
    workbook.about().then(
      (excel) => isShown && setLines(aboutLines(excel, RUNNING)),
      (error: unknown) => isShown && setTrouble((error as Error).message),
    );
    return () => void (isShown = false);
  }, [workbook]);
  // the count of a self-test may have changed since it was shown
  const copy = async (): Promise<void> => {
    try {
      const now = aboutLines(await workbook.about(), RUNNING);
      setLines(now);
      setTrouble(null);
      setSaid((await copyText(now.join('\n'))) ? 'Copied.' : 'Select the text and copy it.');
    } catch (error) {
      setTrouble((error as Error).message);
    }
  };
  return (
    <section aria-labelledby="about" className={styles.about}>
      <h2 id="about" className={styles.title}>
        About
      </h2>
      <div className={styles.lines}>
        {(lines ?? [RUNNING]).map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
      </div>
      {trouble && <Message intent="warning">{trouble}</Message>}
      <div className={styles.actions}>
        <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
          Copy for a bug report
        </Button>
        <span role="status" className={styles.said}>
          {said}
        </span>
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  about: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  lines: { display: 'grid', gap: tokens.spacingVerticalXS, userSelect: 'text' },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  said: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});
