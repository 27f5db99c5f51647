import { makeStyles, tokens } from '@fluentui/react-components';
import { linesOf } from '../../../../domain/claim-amount';
import type { Claim } from '../../../../domain/claim-kept';
import { dollars } from '../../../../domain/money';
import { portalFields } from '../../../../domain/portal-fields';
import { citationOf } from '../../../../explain/explain-rule';
import { CLAIM_GUIDE, CSR_QUESTION, type GuideStep } from '../../../../rulebook/claiming';
import type { ClaimPart } from '../claim/claim-part';
import { useClaimStyles } from '../claim-styles';
import { CopyButton } from '../copy-button';
import { GuideDrawing } from './guide-drawings';

/** The portal's steps in our words, with this claim's values to copy where they are asked for. */
export function ClaimGuide({ view: { claim } }: ClaimPart) {
  const styles = useClaimStyles();
  const own = useStyles();
  return (
    <ol className={styles.plain} aria-label="Steps in Partner Center">
      {CLAIM_GUIDE.map(({ id, title, steps, source }, at) => {
        const values = valuesOf(id, claim);
        return (
          <li key={id} className={own.step}>
            <GuideDrawing step={id} />
            <div className={styles.close}>
              <p className={styles.heading}>
                {at + 1}. {title}
              </p>
              <ul className={styles.list}>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
              {values.length > 0 && (
                <details className={styles.fold}>
                  <summary>Values to copy</summary>
                  {values.map(([label, value], index) => (
                    <div key={`${label} ${index}`} className={styles.withButton}>
                      <p className={styles.quiet}>
                        {label}: <b>{value || 'not known yet'}</b>
                      </p>
                      <CopyButton text={value} what={label} />
                    </div>
                  ))}
                </details>
              )}
              <p className={styles.quiet}>Source: {citationOf(source)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function valuesOf(step: GuideStep['id'], claim: Claim): [label: string, value: string][] {
  const fields = portalFields(claim);
  switch (step) {
    case 'funds':
      return fields.filter(({ label }) => ['Program', 'Location (Partner ID)', 'Usage period'].includes(label)).map(({ label, value }) => [label, value]);
    case 'create':
      return fields.map(({ label, value }) => [label, value]);
    case 'cost':
      return [
        ...(claim.evidence === 'CSR' ? ([[CSR_QUESTION, claim.hasNonMicrosoft === null ? '' : claim.hasNonMicrosoft ? 'Yes' : 'No']] as [string, string][]) : []),
        ...linesOf(claim).flatMap(({ kind, number, type, amount }): [string, string][] => [
          kind === 'CSR' ? ['Expense type', type] : ['Invoice number', number],
          ['Amount', dollars(amount).toFixed(2)],
        ]),
      ];
    case 'proof':
      return claim.proof.filter(({ evidence }) => evidence !== '').map(({ requirement, evidence }) => [requirement, evidence]);
    default:
      return [];
  }
}

const useStyles = makeStyles({
  step: { display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: tokens.spacingHorizontalM, alignItems: 'start', '@media (max-width: 300px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
});
