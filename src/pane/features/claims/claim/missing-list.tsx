import { Link } from '@fluentui/react-components';
import type { ClaimField } from '../../../../domain/claims/checks/claim-finding';
import type { Readiness } from '../../../../domain/claims/checks/readiness';
import { noBreak } from '../../../ui/no-break';
import { useClaimStyles } from '../claim-styles';

/** What a claim still needs, each linked to its part. */
export function MissingList({ readiness: { missing, toKeep }, onOpen }: { readiness: Readiness; onOpen: (part: string) => void }) {
  const styles = useClaimStyles();
  if (missing.length === 0 && toKeep.length === 0) return null;
  const goTo = (field: ClaimField): void => {
    const part = partOf(field);
    onOpen(part);
    // once the part is there
    setTimeout(() => {
      const header = document.getElementById(`part-${part}`);
      header?.scrollIntoView({ block: 'start' });
      header?.querySelector('button')?.focus();
    }, 0);
  };
  return (
    <details className={styles.fold} open={missing.length > 0 && missing.length <= FEW}>
      <summary>{missing.length > 0 ? "What's missing" : 'Proof to keep'}</summary>
      <ul className={styles.quietList}>
        {missing.map(({ field, sentence }, index) => (
          <li key={index}>
            <Link as="button" className={styles.quietLink} onClick={() => goTo(field)}>
              {noBreak(sentence)}
            </Link>
          </li>
        ))}
        {toKeep.map((requirement) => (
          <li key={requirement}>Not required, but keep it: {requirement}</li>
        ))}
      </ul>
    </details>
  );
}

/** The number shown initially: what to do next. */
const FEW = 4;

const PARTS: Partial<Record<ClaimField, string>> = {
  lines: 'cost',
  hasNonMicrosoft: 'cost',
  isAgreed: 'cost',
  evidence: 'cost',
  otherProgramShare: 'cost',
  isLowDollar: 'cost',
  proof: 'proof',
  notes: 'notes',
};

/** The part of a claim that a field is in. */
export const partOf = (field: ClaimField): string => PARTS[field] ?? 'portal';
