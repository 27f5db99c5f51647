import { Link } from '@fluentui/react-components';
import { CopyButton } from '../../../ui/copy-button';
import { useTakeAwayStyles } from './take-away-styles';

interface FileLinksProps {
  name: string;
  /** Its media type: text/csv. */
  type: string;
  text: string;
  /** What is copied, for people who hear it. */
  what: string;
}

/** A file to download or to copy, since panes can't download in every Excel. */
export function FileLinks({ name, type, text, what }: FileLinksProps) {
  const styles = useTakeAwayStyles();
  // Excel reads a file without this mark by the code page of the machine
  const mark = type === 'text/csv' ? '\uFEFF' : '';
  return (
    <div className={styles.actions}>
      <Link href={`data:${type};charset=utf-8,${encodeURIComponent(mark + text)}`} download={name}>
        Download {name}
      </Link>
      <CopyButton text={text} what={what} label="Copy as text" />
    </div>
  );
}

/** What to do where a pane can't download. */
export const HOW_TO_SAVE = "Excel for Mac and iPad can't download from a pane. Copy the text there, and save it under the file's name.";

/** For a file that no longer matches the workbook. */
export const OUTDATED = 'The workbook or the as-of date has changed since this was made. Make it again.';
