import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { noBreak } from '../../ui/no-break';
import { usePlanner } from '../../ui/use-planner';
import type { SafeDay, SafetyChain } from '../../../planner/activities/safe-day';
import { formatDay } from '../../../domain/calendar/day';

/** The last safe day and the days it was calculated from. */
export function SafeDaySteps({ safe }: { safe: SafeDay }) {
  const styles = useStyles();
  const { explain } = usePlanner();
  return (
    <div className={styles.frame}>
      <p className={styles.line}>
        End it by <b>{noBreak(formatDay(safe.day))}</b> to be safe.{' '}
        {safe.isBeforeUse && 'That is before the usage period starts, so no activity is safe with these lead times. '}
        <Link as="button" inline onClick={() => explain.formula(safe.formula)}>
          Explain
        </Link>
      </p>
      {safe.chains.map((chain, index) => (
        <Chain key={index} chain={chain} />
      ))}
    </div>
  );
}

function Chain({ chain }: { chain: SafetyChain }) {
  const styles = useStyles();
  return (
    <div
      role="group"
      className={mergeClasses(styles.chain, chain.decides && styles.decides)}
      aria-label={chain.decides ? 'The earliest limit, which applies' : 'A later limit'}
    >
      {chain.decides && <p className={styles.mark}>Applies</p>}
      <ol className={styles.steps}>
        {chain.steps.map(({ day, said }) => (
          <li key={said} className={styles.step}>
            <time dateTime={day} className={styles.day}>
              {formatDay(day)}
            </time>
            <span>{noBreak(said)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  chain: {
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  decides: {
    borderLeftColor: tokens.colorBrandStroke1,
    borderLeftWidth: tokens.strokeWidthThickest,
    paddingLeft: `calc(${tokens.spacingHorizontalS} - 2px)`,
  },
  mark: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorBrandForeground1 },
  steps: { ...typographyStyles.caption1, listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  step: { display: 'grid', gridTemplateColumns: '72px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  day: { fontVariantNumeric: 'tabular-nums' },
});
