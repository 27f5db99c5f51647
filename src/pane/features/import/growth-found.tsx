import { useMemo } from 'react';
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { workbookRules } from '../../../cells/workbook-rules';
import { describeGrowth, growthChecks } from '../../../planner/funds/growth-check';
import type { EarningsImport } from '../../../reports/import/earnings-import';
import { usePartnerGroups } from '../../ui/use-planning';
import { SUMMARY } from '../../ui/summary-style';

/** What the report earned under growth levers, and how much of it its baselines explain. */
export function GrowthFound({ found }: { found: EarningsImport }) {
  const styles = useStyles();
  const book = workbookRules();
  const groups = usePartnerGroups();
  const checks = useMemo(() => (book ? growthChecks(found, book, groups) : []), [book, found, groups]);
  if (checks.length === 0) return null;
  return (
    <details className={styles.details} open>
      <summary>Growth earnings</summary>
      <ul className={styles.list}>
        {checks.map((check) => (
          <li key={`${check.lever} ${check.program}`}>
            <b>{check.lever}</b>: {describeGrowth(check).join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

const useStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
    '& summary': {
      ...SUMMARY,
    },
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});
