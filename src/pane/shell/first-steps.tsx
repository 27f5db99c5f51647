import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';

/** What to do first, in three short steps; shown until it is dismissed. */
export function FirstSteps({ onDismiss }: { onDismiss: () => void }) {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-labelledby="first-steps">
      <div className={styles.head}>
        <h2 id="first-steps" className={styles.title}>
          Start in three steps
        </h2>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label="Dismiss these steps" onClick={onDismiss} />
      </div>
      <ol className={styles.steps}>
        <li>Select an empty cell in the sheet.</li>
        <li>
          Open a function under <b>Functions</b> and choose <b>Insert</b>, or type <code>=COOP.</code> in the cell.
        </li>
        <li>
          Open <b>Explain</b> to see the rule behind the number, its source, and the steps.
        </li>
      </ol>
    </section>
  );
}

const useStyles = makeStyles({
  card: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  steps: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalXS },
});
