import { Button, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import { secondsLeft, type Progress } from '../../../reports/import/progress';
import type { ImportSession } from '../../../planner/funds/import-session';
import { plural } from '../../../domain/text/plural';

/** The progress of reading a report, and a button to stop. */
export function ReadingProgress({
  session,
  names,
  progress,
}: {
  session: ImportSession;
  names: readonly string[];
  progress: Progress | null;
}) {
  const styles = useStyles();
  const share = progress?.totalBytes ? Math.min(1, progress.bytes / progress.totalBytes) : undefined;
  const left = progress && secondsLeft(progress);
  return (
    <section className={styles.section} aria-labelledby="reading">
      <h2 id="reading" className={styles.title}>
        Reading {names.length === 1 ? names[0] : plural(names.length, 'file')}
      </h2>
      <ProgressBar value={share} aria-labelledby="reading" thickness="large" />
      <p className={styles.line}>
        {progress
          ? [plural(progress.rows, 'row'), megabytes(progress), left ? `about ${describeTime(left)} left` : null]
              .filter(Boolean)
              .join(' · ')
          : 'Starting'}
      </p>
      <div>
        <Button onClick={session.cancel}>Cancel</Button>
      </div>
    </section>
  );
}

function megabytes({ bytes, totalBytes }: Progress): string | null {
  if (!totalBytes) return null;
  const said = (n: number): string => (n / 1e6).toFixed(n < 1e7 ? 1 : 0);
  return `${said(bytes)} of ${said(totalBytes)} MB`;
}

function describeTime(seconds: number): string {
  if (seconds < 60) return plural(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return plural(minutes, 'minute');
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
});
