import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { preview } from '../../../explain/preview';
import { ResultCells } from '../../ui/result-cells';

/** What the formula would return, as far as known without the sheet. */
export function Preview({ formula }: { formula: string }) {
  const styles = useStyles();
  const outcome = preview(formula);
  switch (outcome.kind) {
    case 'cells':
      return <ResultCells cells={outcome.cells} />;
    case 'problem':
      return (
        <p className={styles.quiet}>
          {outcome.error}: {outcome.sentence}
        </p>
      );
    case 'unknown':
      return <p className={styles.quiet}>{outcome.why}</p>;
    case 'unused':
      return null;
  }
}

const useStyles = makeStyles({
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});
