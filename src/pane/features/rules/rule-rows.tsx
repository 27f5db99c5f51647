import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatDay } from '../../../domain/calendar/day';
import { plural } from '../../../domain/text/plural';
import type { OwnRules, RuleRead } from '../../../storage/rules/own-rules';
import { Message } from '../../ui/message';
import { noBreak } from '../../ui/no-break';

/** How many rows show before someone asks for all. */
const INITIAL_COUNT = 40;

/** The rows of CoopRules, each with its finding: first those that aren't used, then those that are. */
export function RuleRows({ rows, faults, unfilled }: Pick<OwnRules, 'rows' | 'faults' | 'unfilled'>) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, INITIAL_COUNT);
  const shownFaults = showsAll ? faults : faults.slice(0, INITIAL_COUNT);
  const more = rows.length - shown.length + faults.length - shownFaults.length;
  return (
    <>
      <p className={styles.quiet}>{countOf(rows.length, faults.length, unfilled.length)}</p>
      {shownFaults.map(({ row, message }) => (
        <Message key={row} intent="warning">
          {message}
        </Message>
      ))}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((rule) => (
            <li key={rule.row}>
              <b>{noBreak(rule.text)}</b>
              <span className={styles.about}>{noBreak(aboutText(rule))}</span>
              {rule.finding && (
                <span className={styles.about}>
                  <b>Check:</b> {noBreak(rule.finding)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button size="small" className={styles.button} onClick={() => setShowsAll(true)}>
          Show {more} more
        </Button>
      )}
    </>
  );
}

function countOf(used: number, notUsed: number, toFillIn: number): string {
  if (used + notUsed + toFillIn === 0) return 'The table is empty. Add a row with Rule, From, and Value.';
  const parts = [`${plural(used, 'row')} used`, notUsed > 0 && `${notUsed} not used`, toFillIn > 0 && `${toFillIn} to fill in`];
  return `${parts.filter(Boolean).join(', ')}.`;
}

const aboutText = ({ row, subject, program, from, to, cited, pack, note }: RuleRead): string =>
  [
    subject,
    program === 'all' ? 'All programs' : program,
    `from ${formatDay(from)}${to ? ` through ${formatDay(to)}` : ''}`,
    cited,
    pack && 'reported, not verified',
    note,
    `row ${row}`,
  ]
    .filter(Boolean)
    .join(' · ');

const useStyles = makeStyles({
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
  about: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground2 },
  button: { justifySelf: 'start' },
});
