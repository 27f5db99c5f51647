import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { withPartnerName } from '../../../domain/earnings/partner-name';
import { fundKey, fundTitle } from '../../../domain/funds/fund';
import { formatUsd } from '../../../domain/money/money';
import type { Written } from '../../../storage/funds/write-report';
import { usePartnerNames } from '../../ui/use-planning';

/** Funds that someone entered by hand and the report has now. */
export function ReplacedFunds({ news: { replaced } }: { news: Written }) {
  const styles = useStyles();
  const names = usePartnerNames();
  if (replaced.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>Entered amounts that the report replaces</h3>
      <ul className={styles.list}>
        {replaced.map(({ fund, coop }) => (
          <li key={fundKey(fund)}>
            {fundTitle(withPartnerName(fund, names))}: {formatUsd(coop)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalXL, fontVariantNumeric: 'tabular-nums' },
});
