import { Link } from '@fluentui/react-components';
import { httpsLink } from '../../../../domain/claims/https-link';
import { useClaimStyles } from '../claim-styles';

/** Opens a claim's page in the browser. Nothing if its address can't be opened. */
export function ClaimLink({ link }: { link: string }) {
  const styles = useClaimStyles();
  const address = httpsLink(link);
  if (address === null) return null;
  return (
    <p className={styles.line}>
      <Link href={address} target="_blank" rel="noopener noreferrer" className={styles.link}>
        Open in Partner Center
      </Link>
    </p>
  );
}
