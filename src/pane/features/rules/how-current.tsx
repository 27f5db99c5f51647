import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { howCurrent, howCurrentInShort } from '../../../planner/rules/how-current';
import { noBreak } from '../../ui/no-break';
import { SUMMARY } from '../../ui/summary-style';

/** How current the rules are, in short; and folded, each topic with its last confirmation and what to check in Partner Center. */
export function HowCurrent() {
  const styles = useStyles();
  return (
    <section aria-labelledby="how-current">
      <h2 id="how-current" className={styles.title}>
        How current are these rules?
      </h2>
      <p className={styles.line}>{noBreak(howCurrentInShort())}</p>
      <details>
        <summary className={styles.summary}>By topic, and what to check</summary>
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
    </section>
  );
}

const useStyles = makeStyles({
  summary: { ...SUMMARY, ...typographyStyles.body1, alignContent: 'center' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  page: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: tokens.spacingVerticalS },
  topic: { display: 'grid', gap: tokens.spacingVerticalXXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
