import { makeStyles } from '@fluentui/react-components';

/** A formula that breaks lines after an argument rather than within a name or a date. */
export function FormulaText({ formula, className }: { formula: string; className?: string }) {
  const styles = useStyles();
  return (
    <code className={className}>
      {byArgument(formula).map((piece, i) => (
        <span key={i} className={styles.piece}>
          {piece}
        </span>
      ))}
    </code>
  );
}

/** Each argument with its comma; commas in quotes belong to their text. */
const byArgument = (formula: string): readonly string[] => formula.match(/[^",]*(?:"[^"]*"?[^",]*)*,?/g)!.filter((piece) => piece !== '');

const useStyles = makeStyles({
  piece: { display: 'inline-block', maxWidth: '100%', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});
