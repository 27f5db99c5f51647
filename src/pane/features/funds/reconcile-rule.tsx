import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { citationOf, explainRule } from '../../../explain/explain-rule';
import { CONTRADICTIONS } from '../../../rulebook/contradictions';
import type { Rule } from '../../../rulebook/rule';
import { RuleCard } from '../../ui/rule-card';
import { SUMMARY } from '../../ui/summary-style';

/** The rule and the sources behind a sentence, on request. */
export function RuleBehind({ rule, contradiction }: { rule?: Rule<unknown>; contradiction?: string }) {
  const styles = useStyles();
  const disagreement = CONTRADICTIONS.find(({ id }) => id === contradiction);
  return (
    <details className={styles.details}>
      <summary>{rule ? 'Rule and source' : 'What the sources say'}</summary>
      {rule && <RuleCard rule={explainRule(rule)} />}
      {disagreement && (
        <>
          <ul className={styles.says}>
            {disagreement.says.map(({ source, says }, n) => (
              <li key={n}>
                <b>{citationOf(source)}:</b> {says}
              </li>
            ))}
          </ul>
          <p className={styles.reading}>
            <b>How we read it:</b> {disagreement.reading}
          </p>
        </>
      )}
    </details>
  );
}

const useStyles = makeStyles({
  details: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    '& summary': {
      ...SUMMARY,
      alignContent: 'center',
    },
  },
  says: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  reading: { margin: 0 },
});
