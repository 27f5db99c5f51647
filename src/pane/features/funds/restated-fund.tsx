import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { describeFund, isSameFund } from '../../../domain/funds/fund';
import { describeRestated, type RestatedMoney } from '../../../domain/to-do/to-do-fund';
import type { FundView } from '../../../planner/funds/funds-view';
import { openRestatements, RESTATEMENTS_TABLE } from '../../../storage/funds/restatements-table';
import { Message } from '../../ui/message';
import { noBreak } from '../../ui/no-break';
import { usePlanner } from '../../ui/use-planner';
import { showRow } from './show-row';

interface RestatedFundProps {
  fund: FundView;
  restated: RestatedMoney;
  onReview: () => void;
}

/** What reports changed of a fund's past, until someone has reviewed it. */
export function RestatedFund({ fund, restated, onReview }: RestatedFundProps) {
  const styles = useStyles();
  const { workbook } = usePlanner();
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    setTrouble(null);
    const shown = await showRow(workbook.tables, {
      table: RESTATEMENTS_TABLE,
      column: 'Change USD',
      rowIn: (now) => openRestatements(now).find((open) => isSameFund(open.fund, fund))?.row,
      called: 'Those rows are',
    });
    if ('trouble' in shown) setTrouble(shown.trouble);
  };
  return (
    <div className={styles.part}>
      <p className={styles.title}>Restated: {noBreak(describeRestated(restated))}</p>
      <p className={styles.line}>A later report changed earnings that were already reported. Check the plans and claims of this fund.</p>
      <div className={styles.actions}>
        <Button size="small" aria-label={`Mark as reviewed: ${describeFund(fund)}`} onClick={onReview}>
          Mark as reviewed
        </Button>
        <Button size="small" aria-label={`Show the changes in the sheet: ${describeFund(fund)}`} onClick={() => void show()}>
          Show in sheet
        </Button>
      </div>
      {trouble && <Message intent="warning">{trouble}</Message>}
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorStatusWarningForeground3, fontVariantNumeric: 'tabular-nums' },
  line: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
