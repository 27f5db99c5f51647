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
  /** Whether the workbook or the as-of date has changed since. */
  isOutdated?: boolean;
}

/** A file to download or to copy, since panes can't download in every Excel. */
export function FileLinks({ name, type, text, what, isOutdated = false }: FileLinksProps) {
  const styles = useTakeAwayStyles();
  return (
    <>
      <div className={styles.actions}>
        <Link href={`data:${type};charset=utf-8,${encodeURIComponent(text)}`} download={name}>
          Download {name}
        </Link>
        <CopyButton text={text} what={what} label="Copy as text" />
      </div>
      <p className={styles.quiet}>
        {isOutdated
          ? 'The workbook or the as-of date has changed since this file was made. Make it again.'
          : `Excel for Mac and iPad can't download from a pane. Copy the text there, and save it as ${name}.`}
      </p>
    </>
  );
}
