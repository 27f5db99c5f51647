import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatDay, type Day } from '../../domain/calendar/day';
import type { RuleExplained } from '../../explain/explanation';
import { BEGINNING } from '../../rulebook/rule';
import { Card } from './card';
import { StandingBadge } from './standing-badge';
import { noBreak } from './no-break';
import { plural } from '../../domain/text/plural';
import { SUMMARY } from './summary-style';

/** A rule with its first day, standing, source, and what other sources say. */
export function RuleCard({ rule, to }: { rule: RuleExplained; to?: Day }) {
  const styles = useStyles();
  return (
    <Card>
      <p className={styles.about}>{noBreak(rule.about)}</p>
      <p className={styles.text}>{noBreak(rule.text)}</p>
      <p className={styles.facts}>
        <span>
          From {rule.from === BEGINNING ? 'the beginning' : <time dateTime={rule.from}>{formatDay(rule.from)}</time>}
          {to && (
            <>
              {' '}
              through <time dateTime={to}>{formatDay(to)}</time>
            </>
          )}
        </span>
        <StandingBadge standing={rule.standing} />
      </p>
      {rule.note && <p className={styles.quiet}>{noBreak(rule.note)}</p>}
      {rule.confirmed && <p className={styles.quiet}>Last confirmed {noBreak(rule.confirmed)}</p>}
      <p className={styles.quiet}>
        Source:{' '}
        {rule.source.address ? (
          <Link inline href={rule.source.address} target="_blank" rel="noreferrer">
            {noBreak(rule.source.title)}
          </Link>
        ) : (
          noBreak(rule.source.title)
        )}
        , {rule.source.publisher}, {noBreak(rule.source.date)}
      </p>
      {rule.others.length > 0 && (
        <details className={styles.others}>
          <summary>{plural(rule.others.length, 'other source')}</summary>
          <ul className={styles.readings}>
            {rule.others.map((other, i) => (
              <li key={i}>
                <p className={styles.quiet}>
                  <b>{noBreak(other.source)}:</b> {noBreak(other.reading)}
                </p>
                {other.settled && <p className={styles.quiet}>How we read it: {noBreak(other.settled)}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0 },
  about: { ...typographyStyles.body1Strong, margin: 0 },
  facts: {
    ...typographyStyles.caption1,
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  others: {
    ...typographyStyles.caption1,
    '& summary': {
      ...SUMMARY,
      alignContent: 'center',
      color: tokens.colorNeutralForeground2,
    },
  },
  readings: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
});
