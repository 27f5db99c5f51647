import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { currentBook } from '../../../cells/book';
import { todayInUtc } from '../../../domain/day';
import { formatUsd, type Cents } from '../../../domain/money';
import { labelOf } from '../../../domain/period';
import { fundsOf } from '../../../reports/funds';
import type { Found } from './import-session';

/** The funds a report makes by itself, in a table narrow enough for the pane. */
export function FoundFunds({ found }: { found: Found }) {
  const styles = useStyles();
  const book = currentBook();
  const funds = book ? fundsOf(found, (day) => book.rulesOn(day), todayInUtc()) : [];
  if (funds.length === 0) return null;
  return (
    <div className={styles.frame} role="region" aria-label="The funds in this report" tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>The funds in this report</caption>
        <thead>
          <tr>
            <th scope="col">Partner ID and half</th>
            <th scope="col" className={styles.number}>
              Co-op
            </th>
            <th scope="col" className={styles.number}>
              Usable
            </th>
            <th scope="col" className={styles.number}>
              Rebate
            </th>
          </tr>
        </thead>
        <tbody>
          {funds.map(({ partnerId, program, half, coop, usable, rebate, rollover, skipped }) => (
            <tr key={`${partnerId} ${program} ${labelOf(half)}`}>
              <th scope="row">
                {partnerId}, {labelOf(half)}
                <span className={styles.program}>{program}</span>
                {rollover !== 0 && <span className={styles.program}>rolled over or converted: {formatUsd(rollover)}</span>}
                {skipped > 0 && <span className={styles.program}>incomplete: {skipped === 1 ? '1 row' : `${skipped} rows`} not counted</span>}
              </th>
              <Amount cents={coop} />
              <Amount cents={usable} />
              <Amount cents={rebate} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Amount({ cents }: { cents: Cents | null }) {
  const styles = useStyles();
  return <td className={styles.number}>{cents === null ? '?' : formatUsd(cents)}</td>;
}

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    ...typographyStyles.caption1,
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': { padding: tokens.spacingHorizontalXS, verticalAlign: 'top', borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
    '& th': { textAlign: 'left' },
    '& td, & th + th': { textAlign: 'right' },
    '& tbody tr:last-child > *': { borderBottom: 'none' },
  },
  caption: { ...typographyStyles.body1Strong, textAlign: 'left', padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS} 0` },
  program: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
