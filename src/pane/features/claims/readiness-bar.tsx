import { makeStyles, tokens } from '@fluentui/react-components';
import type { ClaimStatus } from '../../../domain/claims/claim';
import type { Readiness } from '../../../domain/claims/checks/readiness';
import { useClaimStyles } from './claim-styles';

interface ReadinessBarProps {
  readiness: Readiness;
  status: ClaimStatus;
}

/** How much of what is required is complete, as a bar and in words. */
export function ReadinessBar({ readiness: { score, asked, missing }, status }: ReadinessBarProps) {
  const styles = useStyles();
  const { quiet } = useClaimStyles();
  const there = asked - missing.length;
  return (
    <div className={styles.bar}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className={styles.svg} aria-hidden="true">
        <rect width="100" height="6" className={styles.ground} />
        <rect width={score * 100} height="6" className={styles.filled} />
      </svg>
      <p className={quiet}>
        {missing.length > 0
          ? `${there} of ${asked} ${status === 'action required' ? 'complete' : 'ready'}, ${missing.length} missing`
          : status === 'action required'
            ? 'This list is complete. Partner Center says what Microsoft is asking for.'
            : 'Ready: nothing is missing.'}
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  bar: { display: 'grid', gap: '2px' },
  svg: {
    width: '100%',
    height: '6px',
    borderRadius: '3px',
    '@media (forced-colors: active)': { border: '1px solid CanvasText', boxSizing: 'border-box' },
  },
  ground: { fill: tokens.colorNeutralBackground5, '@media (forced-colors: active)': { fill: 'Canvas' } },
  filled: { fill: tokens.colorCompoundBrandStroke, '@media (forced-colors: active)': { fill: 'Highlight' } },
});
