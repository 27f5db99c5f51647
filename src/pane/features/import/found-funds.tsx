import { useMemo, useState } from 'react';
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { workbookRules } from '../../../cells/workbook-rules';
import type { Day } from '../../../domain/calendar/day';
import { withPartnerName } from '../../../domain/earnings/partner-name';
import { fundKey, fundTitle } from '../../../domain/funds/fund';
import { formatUsd, type Cents } from '../../../domain/money/money';
import { fundsOf } from '../../../reports/funds';
import type { EarningsImport } from '../../../reports/import/earnings-import';
import { plural } from '../../../domain/text/plural';
import { usePartnerNames } from '../../ui/use-planning';

/** The funds of a report, in a table narrow enough for the pane. */
export function FoundFunds({ found, asOf }: { found: EarningsImport; asOf: Day }) {
  const styles = useStyles();
  const names = usePartnerNames();
  const book = workbookRules();
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const funds = useMemo(() => (book ? fundsOf(found, (day) => book.rulesOn(day), asOf) : []), [book, found, asOf]);
  if (funds.length === 0) return null;
  const more = funds.length - shown;
  return (
    <>
      <div className={styles.frame} role="region" aria-label="The funds in this report" tabIndex={0}>
        <table className={styles.table}>
          <caption className={styles.caption}>The funds in this report</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                Co-op
              </th>
              <th scope="col" className={styles.number}>
                Above threshold
              </th>
              <th scope="col" className={styles.number}>
                Rebate
              </th>
            </tr>
          </thead>
          {funds.slice(0, shown).map((fund) => (
            <tbody key={fundKey(fund)}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {fundTitle(withPartnerName(fund, names))}
                  <span className={styles.program}>{fund.program}</span>
                  {fund.rollover !== 0 && <span className={styles.program}>Rolled over or converted: {formatUsd(fund.rollover)}</span>}
                  {fund.skipped > 0 && <span className={styles.program}>Incomplete: {plural(fund.skipped, 'row')} not counted</span>}
                </th>
              </tr>
              <tr>
                <Amount cents={fund.coop} />
                <Amount cents={fund.usable} />
                <Amount cents={fund.rebate} />
              </tr>
            </tbody>
          ))}
        </table>
      </div>
      {more > 0 && (
        <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          Show {Math.min(SHOWN_AT_ONCE, more)} more of {funds.length.toLocaleString('en-US')} funds
        </Button>
      )}
    </>
  );
}

/** A column taken for the Partner ID by mistake can make tens of thousands of funds. */
const SHOWN_AT_ONCE = 50;

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
    tableLayout: 'fixed',
    '& th, & td': { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, textAlign: 'right' },
    // a fund's name is above its numbers, so that they have room at 320 px
    '& tbody th': { textAlign: 'left', paddingBottom: 0, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
  caption: {
    ...typographyStyles.body1Strong,
    textAlign: 'left',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
  program: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});
