import { makeStyles, tokens } from '@fluentui/react-components';
import { formatUsd, type Cents } from '../../../domain/money/money';

interface OutlookBarProps {
  actual: Cents;
  expected: Cents;
  threshold: Cents;
  low?: Cents | null;
  high?: Cents | null;
}

/** What is earned and expected, on a line with the threshold. */
export function OutlookBar({ actual, expected, threshold, low = null, high = null }: OutlookBarProps) {
  const styles = useStyles();
  const scale = Math.max(threshold, expected, high ?? 0, 1) * 1.05;
  const percentAt = (cents: number): number => Math.max(0, Math.min(100, (cents / scale) * 100));
  return (
    <svg
      className={styles.picture}
      role="img"
      aria-label={`${formatUsd(actual)} so far, ${formatUsd(expected)} expected, threshold ${formatUsd(threshold)}`}
    >
      <rect x={0} y={8} width="100%" height={10} rx={2} className={styles.ground} />
      <rect x={0} y={8} width={`${percentAt(expected)}%`} height={10} rx={2} className={styles.expected} />
      <rect x={0} y={8} width={`${percentAt(actual)}%`} height={10} rx={2} className={styles.actual} />
      {low !== null && high !== null && (
        <rect
          x={`${percentAt(low)}%`}
          y={12}
          width={`${Math.max(0.6, percentAt(high) - percentAt(low))}%`}
          height={2}
          className={styles.mark}
        />
      )}
      <rect x={`${percentAt(threshold)}%`} y={2} width={2} height={22} className={styles.mark} />
    </svg>
  );
}

const useStyles = makeStyles({
  picture: { width: '100%', height: '26px', display: 'block', forcedColorAdjust: 'none' },
  ground: { fill: tokens.colorNeutralBackground4, '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' } },
  expected: { fill: tokens.colorBrandBackground, fillOpacity: 0.4, '@media (forced-colors: active)': { fill: 'GrayText', fillOpacity: 1 } },
  actual: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  mark: { fill: tokens.colorNeutralForeground1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
});
