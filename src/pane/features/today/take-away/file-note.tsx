import { useTakeAwayStyles } from './take-away-styles';

/** What to do where a pane can't download a file, or that it no longer matches the workbook. */
export function FileNote({ isCurrent }: { isCurrent: boolean }) {
  const styles = useTakeAwayStyles();
  return (
    <p className={styles.quiet}>
      {isCurrent
        ? "Excel for Mac and iPad can't download from a pane. Copy the text there, and save it under the file's name."
        : 'The workbook or the as-of date has changed since this was made. Make it again.'}
    </p>
  );
}
