import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FieldFinding } from '../../../../../domain/checks/activity-finding';
import { explainRule } from '../../../../../explain/explain-rule';
import type { Rule } from '../../../../../rulebook/rule';
import { RuleCard } from '../../../../ui/rule-card';
import { FindingLine } from '../../../../ui/finding-line';
import { SUMMARY } from '../../../../ui/summary-style';

interface FieldFindingsProps {
  findings: readonly FieldFinding[];
  /** The rule in force behind a finding; null if there is none. */
  ruleOf: (finding: FieldFinding) => Rule<unknown> | null;
  /** Whether its field just hasn't been filled in yet. */
  isMissing: (finding: FieldFinding) => boolean;
}

/** The findings of one field, each with its rule and source, collapsed. */
export function FieldFindings({ findings, ruleOf, isMissing }: FieldFindingsProps) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <div className={styles.findings}>
      {findings.map((finding) => {
        const rule = ruleOf(finding);
        return (
          <FindingLine
            key={`${finding.level} ${finding.message}`}
            level={isMissing(finding) ? 'missing' : finding.level}
            message={finding.message}
          >
            {rule && (
              <details className={styles.rule}>
                <summary>Rule and source</summary>
                <RuleCard rule={explainRule(rule)} />
              </details>
            )}
          </FindingLine>
        );
      })}
    </div>
  );
}

const useStyles = makeStyles({
  findings: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  rule: {
    color: tokens.colorNeutralForeground1,
    '& summary': {
      ...SUMMARY,
      ...typographyStyles.caption1,
      alignContent: 'center',
      color: tokens.colorNeutralForeground2,
    },
  },
});
