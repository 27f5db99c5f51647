import { Button, Field, makeStyles, mergeClasses, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { Message } from '../../ui/message';
import type { ImportSession } from '../../../planner/funds/import-session';
import { SUMMARY } from '../../ui/summary-style';

/** Ways to import a report: drag, choose, paste, or from cells of the workbook. */
export function ChooseReport({ session, trouble }: { session: ImportSession; trouble: string | null }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [pasting, setPasting] = useState<string | null>(null);
  const take = (files: FileList | null): void => {
    if (files && files.length > 0) void session.readFiles([...files]);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };
  return (
    <section className={styles.section} aria-labelledby="bring-in" onPaste={paste}>
      <h2 id="bring-in" className={styles.title}>
        Bring in an earnings report
      </h2>
      {trouble && <Message intent="error">{trouble}</Message>}
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Button appearance="primary" onClick={() => input.current?.click()}>
          Choose files
        </Button>
        <p className={styles.line}>
          CSV, TSV, or zip; one file or several. You can also drag files here if your version of Excel allows it.
        </p>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.tab,.txt,.zip,.gz"
          aria-label="Earnings report files"
          className={styles.hidden}
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      <div className={styles.ways}>
        <Button onClick={() => void session.readSelection()}>Use the selected table or cells</Button>
        <Button onClick={() => setPasting((was) => (was === null ? '' : null))} aria-expanded={pasting !== null}>
          Paste text
        </Button>
      </div>
      {pasting !== null && (
        <div className={styles.section}>
          <Field label="Report text, starting with the header">
            <Textarea value={pasting} rows={5} onChange={(_, { value }) => setPasting(value)} />
          </Field>
          <Button disabledFocusable={pasting.trim() === ''} onClick={() => pasting.trim() !== '' && void session.readText(pasting)}>
            Read the text
          </Button>
        </div>
      )}
      <details className={styles.help}>
        <summary>Where to get the report</summary>
        <ol className={styles.steps}>
          <li>
            In Partner Center, open <b>Earnings</b>.
          </li>
          <li>Choose the dates of the half, such as July 1 through December 31, and clear all filters.</li>
          <li>
            Choose <b>Download report</b>, and then <b>Earnings | Default</b>.
          </li>
          <li>Bring the file in as is. Zip files and reports in several parts are fine.</li>
        </ol>
      </details>
      <p className={styles.quiet}>
        The report is read on this computer. Nothing is sent anywhere, and nothing is written until you review it.
      </p>
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  drop: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  line: { ...typographyStyles.body1, margin: 0 },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  help: {
    ...typographyStyles.body1,
    '& summary': {
      ...SUMMARY,
    },
  },
  steps: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
