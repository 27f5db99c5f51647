import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { RULE_FORMS } from '../../../planner/rules/rule-forms';
import { noBreak } from '../../ui/no-break';
import { SUMMARY } from '../../ui/summary-style';

/** What to write in the columns of CoopRules. */
export function RuleForms() {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>What to write in the table</summary>
      <p className={styles.quiet}>
        From is a rule's first day, and To its last, if it has one. Program is Microsoft Commerce Incentives unless you name another.
      </p>
      <dl className={styles.list}>
        {RULE_FORMS.map(({ rule, value, about }) => (
          <div key={rule}>
            <dt className={styles.name}>
              {rule}: {noBreak(value)}
            </dt>
            <dd className={styles.quiet}>{noBreak(about)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const useStyles = makeStyles({
  summary: SUMMARY,
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS, paddingTop: tokens.spacingVerticalXS },
  name: typographyStyles.body1Strong,
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
