import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { howCurrent } from '../../../planner/rules/how-current';
import { noBreak } from '../../ui/no-break';
import { SUMMARY } from '../../ui/summary-style';

/** Each topic with its last confirmation, and what to check in Partner Center. */
export function HowCurrent() {
  const styles = useStyles();
  return (
    <details open>
      <summary className={styles.summary}>
        <h2 className={styles.title}>How current are these rules?</h2>
      </summary>
      <div className={styles.page}>
        <p className={styles.quiet}>Microsoft's FY27 guides are behind partner sign-in. If you can sign in, check:</p>
        {howCurrent().map(({ topic, title, confirmed, later, check }) => (
          <section key={topic} aria-labelledby={`current-${topic}`} className={styles.topic}>
            <h3 id={`current-${topic}`} className={styles.name}>
              {title}
            </h3>
            {confirmed.map(({ text, scope }) => (
              <p key={text} className={styles.line}>
                Last confirmed {noBreak(text)}
                {scope && <span className={styles.quiet}>: {noBreak(scope)}</span>}
              </p>
            ))}
            <p className={styles.quiet}>{noBreak(later)}</p>
            <p className={styles.quiet}>
              <b>Check:</b> {noBreak(check)}
            </p>
          </section>
        ))}
      </div>
    </details>
  );
}

const useStyles = makeStyles({
  summary: SUMMARY,
  title: { ...typographyStyles.subtitle2, margin: 0, display: 'inline' },
  page: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: tokens.spacingVerticalS },
  topic: { display: 'grid', gap: tokens.spacingVerticalXXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
