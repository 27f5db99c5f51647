import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { describeStaying } from '../../../planner/funds/staying-earnings';
import type { Written } from '../../../storage/funds/write-report';
import { noBreak } from '../../ui/no-break';
import { usePartnerNames } from '../../ui/use-planning';

/** What the report doesn't have and the workbook keeps. */
export function StayingList({ news: { staying } }: { news: Written }) {
  const styles = useStyles();
  const sentences = describeStaying(staying, usePartnerNames());
  if (sentences.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>Not in this report</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.line}>
          {noBreak(sentence)}
        </p>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: {
    ...typographyStyles.body1,
    margin: 0,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
});
