import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatUsd } from '../../../domain/money/money';
import type { Share } from '../../../domain/money/shares';
import { noBreak } from '../../ui/no-break';

/** 33.3% */
export const describePercent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;

/** Amounts by name with their share of the total, each with a bar of that length. */
export function Shares({ title, shares }: { title: string; shares: readonly Share[] }) {
  const styles = useStyles();
  const [isAll, setIsAll] = useState(false);
  const rest = isAll ? 0 : shares.length - INITIAL_COUNT;
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <colgroup>
          <col />
          <col />
          <col />
        </colgroup>
        <thead className={styles.head}>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Amount</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {(rest > 0 ? shares.slice(0, INITIAL_COUNT) : shares).map(({ name, amount, share }) => (
            <tr key={name}>
              <th scope="row">
                {noBreak(name)}
                <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
                  <rect width={share * 100} height="4" className={styles.part} />
                </svg>
              </th>
              <td>{formatUsd(amount)}</td>
              <td>{describePercent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button
          size="small"
          className={styles.more}
          aria-label={`Show all ${shares.length}, ${title.toLowerCase()}`}
          onClick={() => setIsAll(true)}
        >
          Show all {shares.length}
        </Button>
      )}
    </>
  );
}

const INITIAL_COUNT = 10;

const useStyles = makeStyles({
  table: {
    ...typographyStyles.body1,
    width: '100%',
    borderCollapse: 'collapse',
    // the columns of one table line up with those of the next
    tableLayout: 'fixed',
    '& col:nth-child(2)': { width: '100px' },
    '& col:nth-child(3)': { width: '56px' },
    fontVariantNumeric: 'tabular-nums',
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
    '& td': { textAlign: 'right', paddingLeft: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
    '& tbody th, & tbody td': { paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS, verticalAlign: 'top' },
  },
  caption: { ...typographyStyles.body1Strong, textAlign: 'left', paddingBottom: tokens.spacingVerticalXXS },
  // column headings for screen readers
  head: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  more: { justifySelf: 'start' },
  bar: { display: 'block', width: '100%', height: '4px', forcedColorAdjust: 'none' },
  part: { fill: tokens.colorBrandForeground1, '@media (forced-colors: active)': { fill: 'Highlight' } },
});
