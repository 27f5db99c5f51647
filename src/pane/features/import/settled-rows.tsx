import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { pick, plural } from '../../../domain/text/plural';
import type { Written } from '../../../storage/funds/write-report';
import { SUMMARY } from '../../ui/summary-style';

/** Rows that couldn't be counted in earlier reports, and are counted in this one. */
export function SettledRows({ news: { settled } }: { news: Written }) {
  const styles = useStyles();
  if (settled.length === 0) return null;
  return (
    <details className={styles.details} open={settled.length <= MAX_OPEN}>
      <summary>
        {plural(settled.length, 'row')} that couldn't be counted before {pick(settled.length, 'is', 'are')} counted now
      </summary>
      <ul className={styles.list}>
        {settled.slice(0, MAX_SHOWN).map(({ position, file, line, settledBy }) => (
          <li key={position}>
            {file}, line {line}: now {settledBy}
          </li>
        ))}
      </ul>
      {settled.length > MAX_SHOWN && <p className={styles.line}>and {plural(settled.length - MAX_SHOWN, 'more row')}</p>}
    </details>
  );
}

const MAX_OPEN = 5;
const MAX_SHOWN = 50;

const useStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
    '& summary': {
      ...SUMMARY,
    },
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  line: { ...typographyStyles.body1, margin: 0 },
});
