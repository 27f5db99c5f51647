import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FilesComparison, ImportSession } from '../../../planner/funds/import-session';
import { Message } from '../../ui/message';
import { ChangesList } from './changes-list';

/** Two files next to each other, on request: what the later one changes of the earlier one. Nothing is written. */
export function CompareFiles({ session, files }: { session: ImportSession; files: FilesComparison }) {
  const styles = useStyles();
  if (files.step === 'not offered') return null;
  if (files.step === 'compared') {
    const { earlier, later, isOrderKnown, news } = files;
    return (
      <div className={styles.part} role="status">
        {news.isFirst && <p className={styles.line}>{earlier} has no earnings to compare with.</p>}
        <ChangesList
          news={news}
          title={`Changes from ${earlier} to ${later}`}
          nothing={`${earlier} and ${later} have the same amounts in the months that both cover.`}
        />
        {!isOrderKnown && (
          <p className={styles.quiet}>
            Their calculation dates don't show which is later, so they're compared in the order you chose them.
          </p>
        )}
      </div>
    );
  }
  const isReading = files.step === 'reading';
  return (
    <div className={styles.part}>
      <div>
        <Button size="small" disabledFocusable={isReading} onClick={() => void session.compareFiles()}>
          {isReading ? 'Comparing' : 'Compare the two files'}
        </Button>
        <p className={styles.quiet}>Shows what changed from one to the other. Nothing is written.</p>
      </div>
      {files.step === 'offered' && files.trouble && <Message intent="error">{files.trouble}</Message>}
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
