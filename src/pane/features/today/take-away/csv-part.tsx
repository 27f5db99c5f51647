import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { csvFiles, type CsvFile } from '../../../../planner/take-away/csv-files';
import type { Reading } from '../../../../planner/store/planning-store';
import { toExcelError } from '../../../../storage/excel-error';
import { FileLinks } from '../../../ui/file-links';
import { Message } from '../../../ui/message';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { Section } from '../section';
import { FileNote } from './file-note';
import { useTakeAwayStyles } from './take-away-styles';

/** The plan, the claims, and the history as CSV files. Nothing is written. */
export function CsvPart() {
  const styles = useTakeAwayStyles();
  const { workbook } = usePlanner();
  const { read } = useReading();
  const [made, setMade] = useState<{ files: readonly CsvFile[]; read: Reading['read'] } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    try {
      setMade({ files: await csvFiles(workbook), read });
      setTrouble(null);
    } catch (error) {
      setTrouble(toExcelError(error).message);
    }
  };
  return (
    <Section id="as-csv" title="As CSV files">
      <p className={styles.quiet}>
        Plan, claims, and history with all their columns, sorted by ID and time however the tables are sorted, so that two files can be
        compared.
      </p>
      <div>
        <Button size="small" onClick={() => void make()}>
          Make CSV files
        </Button>
      </div>
      {trouble !== null && <Message intent="warning">{trouble}</Message>}
      {made?.files.map(({ name, title, csv }) => (
        <div key={name}>
          <p className={styles.quiet}>{title}</p>
          <FileLinks name={name} type="text/csv" text={csv} what={name} />
        </div>
      ))}
      {made?.files.length === 0 && <p className={styles.quiet}>The workbook has no plan, claims, or history yet.</p>}
      {made && made.files.length > 0 && <FileNote isCurrent={made.read === read} />}
    </Section>
  );
}
