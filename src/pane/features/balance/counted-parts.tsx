import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { FundUsage } from '../../../domain/balance/fund-usage';
import { formatUsd } from '../../../domain/money/money';
import { usePlanner } from '../../ui/use-planner';
import { noBreak } from '../../ui/no-break';

interface CountedPartsProps {
  parts: readonly FundUsage[];
  /** Their names, different for each activity. */
  names: ReadonlyMap<FundUsage, string>;
  label: string;
}

/** The activities and claims that make up an amount, each with a link. */
export function CountedParts({ parts, names, label }: CountedPartsProps) {
  const styles = useStyles();
  const [isAll, setIsAll] = useState(false);
  if (parts.length === 0) return null;
  return (
    <>
      <ul className={styles.parts} aria-label={label}>
        {(isAll ? parts : parts.slice(0, INITIAL_COUNT)).map((part, n) => (
          <Part key={`${n} ${part.activityId} ${part.claimId}`} part={part} name={names.get(part)!} />
        ))}
      </ul>
      {!isAll && parts.length > INITIAL_COUNT && (
        <Button size="small" className={styles.more} onClick={() => setIsAll(true)}>
          Show all {parts.length}
        </Button>
      )}
    </>
  );
}

function Part({ part: { activityId, claimId, amount }, name }: { part: FundUsage; name: string }) {
  const styles = useStyles();
  const { navigation } = usePlanner();
  return (
    <li className={styles.part}>
      {claimId !== null || activityId !== '' ? (
        <Link
          as="button"
          inline
          onClick={() => navigation.open(claimId === null ? { screen: 'plan', id: activityId } : { screen: 'claims', id: claimId })}
        >
          {noBreak(name)}
        </Link>
      ) : (
        <span>{noBreak(name)}</span>
      )}
      <span className={styles.amount}>{amount === null ? 'unknown' : formatUsd(amount)}</span>
    </li>
  );
}

const INITIAL_COUNT = 8;

const useStyles = makeStyles({
  parts: {
    ...typographyStyles.caption1,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    '& button': { minHeight: '24px', textAlign: 'left' },
  },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'baseline',
    justifyItems: 'start',
    columnGap: tokens.spacingHorizontalS,
  },
  amount: { fontVariantNumeric: 'tabular-nums' },
  more: { justifySelf: 'start' },
});
