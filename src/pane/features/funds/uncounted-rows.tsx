import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { isSameUncounted, SKIPPED_TABLE, uncountedIn, type StoredUncounted } from '../../../storage/funds/skipped-table';
import { pick, plural } from '../../../domain/text/plural';
import { noBreak } from '../../ui/no-break';
import { Message } from '../../ui/message';
import { usePlanner } from '../../ui/use-planner';
import { showRow } from './show-row';
import { SUMMARY } from '../../ui/summary-style';

/** Rows of reports that couldn't be counted: how many, and on request where each is and why. */
export function UncountedRows({ title, rows }: { title: string; rows: readonly StoredUncounted[] }) {
  const styles = useStyles();
  const { workbook } = usePlanner();
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = async (row: StoredUncounted): Promise<void> => {
    setTrouble(null);
    const shown = await showRow(workbook.tables, {
      table: SKIPPED_TABLE,
      column: 'Reason',
      rowIn: (now) => uncountedIn(now).find((candidate) => isSameUncounted(candidate, row))?.position,
      called: 'That row is',
    });
    if ('trouble' in shown) setTrouble(shown.trouble);
  };
  const shown = rows.slice(0, MAX_SHOWN);
  return (
    <details className={styles.details}>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {shown.map((row) => (
          <li key={row.position}>
            {placeOf(row)}
            {noBreak(row.reason)}
            {row.row !== '' && <p className={styles.quiet}>{noBreak(row.row)}</p>}
            <Button size="small" aria-label={`Show ${row.file} line ${row.line} in the sheet`} onClick={() => void show(row)}>
              Show in sheet
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && <p className={styles.quiet}>and {plural(rows.length - shown.length, 'more row')} in CoopSkipped</p>}
      <p className={styles.quiet}>
        Correct {pick(rows.length, 'the row', 'the rows')} in the report and bring it in again. If nothing is missing, enter a word under
        Settled by in the table CoopSkipped.
      </p>
      {trouble && <Message intent="warning">{trouble}</Message>}
    </details>
  );
}

const placeOf = ({ file, line }: StoredUncounted): string => (line > 0 ? `${file}, line ${line}: ` : '');

const MAX_SHOWN = 20;

const useStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflowWrap: 'anywhere',
    '& summary': {
      ...SUMMARY,
      ...typographyStyles.body1Strong,
      color: tokens.colorStatusWarningForeground3,
      alignContent: 'center',
    },
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
