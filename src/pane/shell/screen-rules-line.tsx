import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { describeScreenRules, type ScreenTopic } from '../../planner/rules/screen-rules';
import { noBreak } from '../ui/no-break';
import { usePlanner } from '../ui/use-planner';
import { usePlanning } from '../ui/use-planning';

/** Once per screen: when the rules behind it were last confirmed, if they are used for a later date. */
export function ScreenRulesLine({ topics }: { topics: readonly ScreenTopic[] }) {
  const styles = useStyles();
  const { navigation } = usePlanner();
  const state = usePlanning();
  const line = state.step === 'read' ? describeScreenRules(topics, state) : null;
  if (line === null) return null;
  return (
    <p className={styles.line}>
      {noBreak(line)}{' '}
      <Link inline className={styles.link} onClick={() => navigation.show('rules')}>
        How current are these rules?
      </Link>
    </p>
  );
}

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
});
