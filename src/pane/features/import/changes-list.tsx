import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { describePartner, withPartnerName } from '../../../domain/earnings/partner-name';
import { formatExactUsd, sumOf } from '../../../domain/money/money';
import { plural } from '../../../domain/text/plural';
import type { EarningChange } from '../../../storage/funds/plan-earnings';
import type { Written } from '../../../storage/funds/write-report';
import { formatMonth } from '../../../domain/calendar/month-text';
import { usePartnerNames } from '../../ui/use-planning';
import { RestatedList } from './restated-list';
import { SUMMARY } from '../../ui/summary-style';

/** What a report changes in the workbook: earlier amounts one by one, new ones as one line that expands. */
export function ChangesList({
  news: { changes, isFirst, restated },
  title = 'Changes since the previous report',
  nothing = 'The workbook already has these amounts, so nothing changes.',
}: {
  news: Pick<Written, 'changes' | 'isFirst' | 'restated'>;
  title?: string;
  nothing?: string;
}) {
  const styles = useStyles();
  if (isFirst) return null;
  if (changes.length === 0) return <p className={styles.line}>{nothing}</p>;
  const added = changes.filter(({ before }) => before === null);
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <RestatedList restated={restated} />
      {added.length > 0 && (
        <details className={styles.details}>
          <summary>
            {plural(added.length, 'new monthly amount')}, {formatExactUsd(sumOf(added, ({ after }) => after ?? 0))}
          </summary>
          <Changes changes={added} />
        </details>
      )}
    </div>
  );
}

function Changes({ changes }: { changes: readonly EarningChange[] }) {
  const styles = useStyles();
  const names = usePartnerNames();
  if (changes.length === 0) return null;
  const shown = changes.slice(0, MAX_SHOWN);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((change, n) => (
          <li key={n}>
            {formatMonth(change.month)}, {describePartner(withPartnerName(change, names))}, {change.earningType}
            {change.lever && `, ${change.lever}`}: {formatExactUsd(change.after ?? 0)}
          </li>
        ))}
      </ul>
      {changes.length > shown.length && <p className={styles.line}>and {(changes.length - shown.length).toLocaleString('en-US')} more</p>}
    </>
  );
}

const MAX_SHOWN = 50;

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  list: {
    ...typographyStyles.body1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  details: {
    ...typographyStyles.body1,
    fontVariantNumeric: 'tabular-nums',
    '& summary': {
      ...SUMMARY,
    },
  },
});
