import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A number that opens Explain. */
export function NumberLink({ about, onExplain, children }: { about: string; onExplain: () => void; children: ReactNode }) {
  const styles = useStyles();
  return (
    <Link as="button" inline onClick={onExplain} aria-label={`Explain ${about}`} className={styles.link}>
      {children}
    </Link>
  );
}

const useStyles = makeStyles({
  link: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
});
