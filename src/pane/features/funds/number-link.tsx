import { Link, makeStyles, tokens } from '@fluentui/react-components';

/** A number that opens Explain. */
export function NumberLink({ about, onExplain, children }: { about: string; onExplain: () => void; children: string }) {
  const styles = useStyles();
  return (
    <Link as="button" inline onClick={onExplain} aria-label={`${children}, explain ${about}`} className={styles.link}>
      {children}
    </Link>
  );
}

const useStyles = makeStyles({
  link: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
});
