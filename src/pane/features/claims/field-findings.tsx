import type { WorkbookRules } from '../../../cells/workbook-rules';
import type { ClaimField, ClaimFinding, ClaimRule } from '../../../domain/claims/checks/claim-finding';
import type { Claim } from '../../../domain/claims/claim';
import type { Day } from '../../../domain/calendar/day';
import { Problem } from '../../../domain/problem';
import { citationOf, explainRule } from '../../../explain/explain-rule';
import { CLAIMING } from '../../../rulebook/claiming';
import type { Rule } from '../../../rulebook/rule';
import { findProgram } from '../../../rulebook/rules-on';
import { FindingLine } from '../../ui/finding-line';
import { RuleCard } from '../../ui/rule-card';
import { StandingBadge } from '../../ui/standing-badge';
import { noBreak } from '../../ui/no-break';
import { useReading } from '../../ui/use-planning';
import { useClaimStyles } from './claim-styles';
import { deadlinesOf } from '../../../planner/claims/claim-view';

interface FieldFindingsProps {
  findings: readonly ClaimFinding[];
  fields: readonly ClaimField[];
  claim: Claim;
}

/** The findings of some fields, each with its rule and source, collapsed. */
export function FieldFindings({ findings, fields, claim }: FieldFindingsProps) {
  const styles = useClaimStyles();
  const found = findings.filter(({ field }) => fields.includes(field));
  if (found.length === 0) return null;
  return (
    <div className={styles.close}>
      {found.map(({ level, message, rule }) => (
        <FindingLine key={`${level} ${message}`} level={level} message={message}>
          <details className={styles.fold}>
            <summary>Rule and source</summary>
            <RuleBehind rule={rule} claim={claim} />
          </details>
        </FindingLine>
      ))}
    </div>
  );
}

function RuleBehind({ rule, claim }: { rule: ClaimRule; claim: Claim }) {
  const { book, asOf } = useReading();
  const held = ruleInForce(rule, claim, book, asOf);
  if (held) return <RuleCard rule={explainRule(held)} />;
  return rule in CLAIMING ? <ClaimingFactLine fact={rule as keyof typeof CLAIMING} /> : null;
}

/** What a source says about claiming, collapsed. */
export function ClaimingRule({ fact }: { fact: keyof typeof CLAIMING }) {
  return (
    <details className={useClaimStyles().fold}>
      <summary>Rule and source</summary>
      <ClaimingFactLine fact={fact} />
    </details>
  );
}

/** What a source says about claiming, with the source. */
export function ClaimingFactLine({ fact }: { fact: keyof typeof CLAIMING }) {
  const styles = useClaimStyles();
  const { says, source, standing } = CLAIMING[fact];
  return (
    <div className={styles.close}>
      <p className={styles.quiet}>{noBreak(says)}</p>
      <p className={styles.quiet}>
        Source: {noBreak(citationOf(source))} <StandingBadge standing={standing} />
      </p>
    </div>
  );
}

function ruleInForce(rule: ClaimRule, claim: Claim, book: WorkbookRules, asOf: Day): Rule<unknown> | null {
  const { activity, fund, start, end } = claim;
  const rules = book.rulesOn(start ?? end ?? asOf);
  try {
    switch (rule) {
      case 'deadline':
        return deadlinesOf(claim, book);
      case 'cap':
        return fund && rules.cap(rules.findActivity(activity), findProgram(fund.program));
      case 'activity':
        return rules.activity(activity);
      case 'payment':
        return rules.payment();
      case 'retention':
        return rules.retention();
      default:
        return null;
    }
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}
