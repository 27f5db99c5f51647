import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { citationOf } from '../../../explain/explain-rule';
import type { Contradiction } from '../../../rulebook/contradictions';
import { Card } from '../../ui/card';

/** Questions that sources answer differently, and how the product reads them. */
export function Contradictions({ contradictions }: { contradictions: readonly Contradiction[] }) {
  const styles = useStyles();
  return contradictions.map(({ id, title, says, reading }) => (
    <Card key={id}>
      <h3 className={styles.title}>{title}</h3>
      {says.length > 0 && (
        <ul className={styles.says}>
          {says.map((statement, i) => (
            <li key={i}>
              <b>{citationOf(statement.source)}:</b> {statement.says}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.reading}>
        <b>How we read it:</b> {reading}
      </p>
    </Card>
  ));
}

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0 },
  says: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
  },
  reading: { ...typographyStyles.body1, margin: 0 },
});
