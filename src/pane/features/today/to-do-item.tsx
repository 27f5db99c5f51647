import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatDay, type Day } from '../../../domain/calendar/day';
import { formatUsd } from '../../../domain/money/money';
import type { ToDo } from '../../../domain/to-do/to-do';
import { noBreak } from '../../ui/no-break';
import { usePlanner } from '../../ui/use-planner';
import { daysLeft } from '../../../planner/to-do/group-by-date';

/** One item: by when, what, why, how much depends on it, and a link to the place to do it. */
export function ToDoItem({ toDo, asOf }: { toDo: ToDo; asOf: Day }) {
  const styles = useStyles();
  const { navigation } = usePlanner();
  const { due, what, why, atRisk, opens } = toDo;
  return (
    <li className={styles.item}>
      {(due !== null || atRisk > 0) && (
        <p className={styles.facts}>
          {due !== null && (
            <span className={due < asOf ? styles.overdue : undefined}>
              <time dateTime={due}>{formatDay(due)}</time>, {daysLeft(due, asOf)}
            </span>
          )}
          {atRisk > 0 && <span className={styles.amount}>{formatUsd(atRisk)} at risk</span>}
        </p>
      )}
      <h3 className={styles.what}>{noBreak(what)}</h3>
      <p className={styles.why}>{noBreak(why)}</p>
      <Button size="small" className={styles.open} aria-label={`${OPENS[opens.screen]}: ${what}`} onClick={() => navigation.open(opens)}>
        {OPENS[opens.screen]}
      </Button>
    </li>
  );
}

const OPENS: Record<ToDo['opens']['screen'], string> = {
  plan: 'Open in Plan',
  claims: 'Open in Claims',
  funds: 'Open in Funds',
  program: 'Open in Program',
};

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  facts: {
    ...typographyStyles.caption1,
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  overdue: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorStatusDangerForeground3,
    '@media (forced-colors: active)': { color: 'CanvasText' },
  },
  amount: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  what: { ...typographyStyles.body1Strong, margin: 0 },
  why: { ...typographyStyles.body1, margin: 0 },
  open: { justifySelf: 'start', marginTop: tokens.spacingVerticalXXS },
});
