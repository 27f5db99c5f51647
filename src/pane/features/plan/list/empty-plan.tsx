import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { showScreen } from '../../../ui/screen';

/** A workbook without funds: where they come from. */
export function NoFunds({ onAdd }: { onAdd: () => void }) {
  const styles = useStyles();
  return (
    <section className={styles.empty} aria-labelledby="no-funds-to-plan">
      <h2 id="no-funds-to-plan" className={styles.title}>
        No funds to plan with yet
      </h2>
      <p className={styles.line}>Bring in the earnings report from Partner Center. Its usable co-op is what activities are planned against.</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => showScreen('funds')}>
          Go to Funds
        </Button>
        <Button onClick={onAdd}>Draft an activity</Button>
      </div>
    </section>
  );
}

/** Funds without activities: what to do with them. */
export function NoActivities({ onAdd, onSuggest }: { onAdd: () => void; onSuggest: (() => void) | null }) {
  const styles = useStyles();
  return (
    <section className={styles.empty} aria-labelledby="no-activities">
      <h2 id="no-activities" className={styles.title}>
        Nothing planned yet
      </h2>
      <p className={styles.line}>
        Add the first activity, or write down what you would like to do and let the money be spread over it. Every activity is checked against its guidebook,
        caps and deadlines.
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onAdd}>
          Add an activity
        </Button>
        {onSuggest && <Button onClick={onSuggest}>Suggest</Button>}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  empty: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
