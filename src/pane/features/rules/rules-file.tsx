import { Button, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { plural } from '../../../domain/text/plural';
import { addRules, exportRules, readRules } from '../../../planner/rules/rule-packs';
import { FileLinks } from '../../ui/file-links';
import { SUMMARY } from '../../ui/summary-style';
import { usePlanner } from '../../ui/use-planner';
import { RuleRows } from './rule-rows';
import { useRuleChange } from './use-rule-change';

/** Rules from a colleague, as a CSV file or pasted text: checked first, then added. And this workbook's, to give away. */
export function RulesFile({ hasTable, onChanged }: { hasTable: boolean; onChanged: () => void }) {
  const { workbook } = usePlanner();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [file, setFile] = useState<string | undefined>();
  const [csv, setCsv] = useState<string | null>(null);
  const { change, isBusy, notice } = useRuleChange(() => {
    setCsv(null);
    onChanged();
  });
  const read = useMemo(() => (text.trim() === '' ? null : readRules(text, file)), [text, file]);
  const canAdd = read !== null && read.count > 0 && read.faults.every(({ row }) => row > 0);
  const add = (): Promise<void> =>
    change(async () => {
      const done = await addRules(workbook, text);
      setText('');
      return done;
    });
  return (
    <details>
      <summary className={styles.summary}>Rules as a file</summary>
      <div className={styles.section}>
        <p className={styles.quiet}>A CSV file with the columns of CoopRules. Nothing is written until you review it.</p>
        <Field className={styles.field} label="Rules as text, starting with the header">
          <Textarea
            className={styles.text}
            value={text}
            rows={4}
            onChange={(_, { value }) => {
              setText(value);
              setFile(undefined);
            }}
          />
        </Field>
        <Button className={styles.button} onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt"
          aria-label="Rules file"
          className={styles.hidden}
          tabIndex={-1}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            void chosen?.text().then((content) => {
              setText(content);
              setFile(chosen.name);
            });
            event.target.value = '';
          }}
        />
        {read && (
          <>
            <RuleRows {...read} />
            {read.unknown.length > 0 && (
              <p className={styles.quiet}>Left out, since CoopRules has no such column: {read.unknown.join(', ')}.</p>
            )}
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={!canAdd || isBusy}
              onClick={() => canAdd && void add()}
            >
              Add {plural(read.count, 'row')}
            </Button>
          </>
        )}
        {notice}
        {hasTable && csv === null && (
          <Button className={styles.button} onClick={() => void exportRules(workbook).then(setCsv)}>
            Export these rules
          </Button>
        )}
        {csv !== null && <FileLinks name="co-op-rules.csv" type="text/csv" text={csv} what="Rules" />}
      </div>
    </details>
  );
}

const useStyles = makeStyles({
  summary: SUMMARY,
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: tokens.spacingVerticalXS },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  field: { minWidth: 0 },
  text: { minWidth: 0, width: '100%', '& textarea': { minWidth: 0 } },
  button: { justifySelf: 'start' },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});
