import { Link, makeStyles } from '@fluentui/react-components';

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
  // every number is a link, so the underline is subtle
  link: {
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    ':hover': { textDecorationStyle: 'solid' },
  },
});
