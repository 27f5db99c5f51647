import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { describeFund, type Fund } from '../../../../domain/funds/fund';
import type { EasyClaim } from '../../../../planner/activities/claim-first';
import { LINE, PLAIN_LIST, QUIET_LINE } from '../../../ui/list-style';
import { noBreak } from '../../../ui/no-break';

interface ClaimFirstListProps {
  fund: Fund;
  claims: readonly EasyClaim[];
  onPlan: (activity: EasyClaim['activity']) => void;
}

/** The activities that take little effort to claim, each with a button that begins it. */
export function ClaimFirstList({ fund, claims, onPlan }: ClaimFirstListProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <p id={id} className={styles.quiet}>
        {noBreak(`Little effort to claim, and listed in the guidebook for ${describeFund(fund)}.`)}
      </p>
      <ol className={styles.list} aria-label="What to claim first" aria-describedby={id}>
        {claims.map(({ activity, cap, proof }) => (
          <li key={activity} className={styles.item}>
            <div>
              <p className={styles.name}>{activity}</p>
              <p className={styles.quiet}>
                {cap} {proof}
              </p>
            </div>
            <Button size="small" aria-label={`Plan ${activity}`} onClick={() => onPlan(activity)}>
              Plan
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

const useStyles = makeStyles({
  list: PLAIN_LIST,
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'start', columnGap: tokens.spacingHorizontalS },
  name: LINE,
  quiet: QUIET_LINE,
});
