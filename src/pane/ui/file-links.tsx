import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from './copy-button';

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
  const styles = useStyles();
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

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});
