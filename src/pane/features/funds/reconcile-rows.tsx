import { Button, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { Message } from '../../ui/message';
import type { ReconcileSession, ReconcileState } from '../../../planner/funds/reconcile-session';
import { plural } from '../../../domain/text/plural';

/** What the causes are based on, and ways to find more in a report's rows. Nothing is written. */
export function ReconcileRows({ session, state, basis }: { session: ReconcileSession; state: ReconcileState; basis: string }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const { reading, trouble, evidence, hiddenRows, inWorkbook } = state;
  if (reading) {
    const { names, progress } = reading;
    const said = `Reading ${names.length === 1 ? names[0] : plural(names.length, 'file')}`;
    return (
      <div className={styles.section}>
        <p className={styles.line}>
          {said}
          {progress && `: ${plural(progress.rows, 'row')}`}
        </p>
        <ProgressBar value={progress?.totalBytes ? Math.min(1, progress.bytes / progress.totalBytes) : undefined} aria-label={said} />
        <div>
          <Button size="small" onClick={session.cancel}>
            Cancel
          </Button>
        </div>
      </div>
    );
  }
  // until the workbook's rows are read, it isn't known whether a report is needed
  if (!evidence && inWorkbook === undefined) return null;
  return (
    <div className={styles.section}>
      {trouble && <Message intent="error">{trouble}</Message>}
      <p className={styles.line}>{basis}</p>
      {hiddenRows && <p className={styles.line}>{hiddenRows}</p>}
      <div className={styles.ways}>
        <Button size="small" onClick={() => input.current?.click()}>
          Choose report files
        </Button>
        <Button size="small" onClick={() => void session.readSelection()}>
          Use the selected table or cells
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.tab,.txt,.zip,.gz"
        aria-label="Report files to compare with"
        className={styles.hidden}
        tabIndex={-1}
        onChange={({ target }) => {
          if (target.files && target.files.length > 0) void session.readFiles([...target.files]);
          target.value = '';
        }}
      />
    </div>
  );
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)', position: 'relative' },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});
