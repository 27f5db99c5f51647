import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type Claim, linesOf } from '../../../../domain/claims/claim';
import { dollars } from '../../../../domain/money/money';
import { portalFields } from '../../../../domain/claims/portal-fields';
import { citationOf } from '../../../../explain/explain-rule';
import { CLAIM_GUIDE, CSR_QUESTION, type GuideStep } from '../../../../rulebook/claiming';
import type { ClaimPart } from '../claim/claim-part';
import { noBreak } from '../../../ui/no-break';
import { useClaimStyles } from '../claim-styles';
import { CopyButton } from '../../../ui/copy-button';
import { GuideDrawing } from './guide-drawings';
import { list } from '../../../../domain/text/list';
import { pick } from '../../../../domain/text/plural';

/** The portal's steps in our words, with this claim's values to copy at each step. */
export function ClaimGuide({ view: { claim } }: ClaimPart) {
  const styles = useClaimStyles();
  const ownStyles = useStyles();
  return (
    <div className={styles.stack}>
      <ol className={ownStyles.guide} aria-label="Steps in Partner Center">
        {CLAIM_GUIDE.map(({ id, title, steps }, index) => {
          const values = valuesOf(id, claim);
          return (
            <li key={id} className={ownStyles.step}>
              <GuideDrawing step={id} />
              <div className={styles.close}>
                <p className={styles.heading}>
                  {index + 1}. {title}
                </p>
                <ul className={ownStyles.list}>
                  {steps.map((step) => (
                    <li key={step}>{noBreak(step)}</li>
                  ))}
                </ul>
                {values.length > 0 && (
                  <details className={styles.fold}>
                    <summary>Values to copy</summary>
                    {values.map(([label, value], index) => (
                      <div key={`${label} ${index}`} className={styles.withButton}>
                        <p className={styles.quiet}>
                          {label}: <b>{noBreak(value) || 'not entered yet'}</b>
                        </p>
                        <CopyButton text={value} what={label} />
                      </div>
                    ))}
                  </details>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <p className={styles.quiet}>Sources: {SOURCES}.</p>
    </div>
  );
}

/** Each source once, with the steps it covers. */
const SOURCES = [...new Set(CLAIM_GUIDE.map(({ source }) => source))]
  .map((source) => {
    const numbers = CLAIM_GUIDE.flatMap((step, index) => (step.source === source ? [index + 1] : []));
    return `${citationOf(source)}, ${pick(numbers.length, 'step', 'steps')} ${list(numbers.map(String), 'and')}`;
  })
  .join('; ');

function valuesOf(step: GuideStep['id'], claim: Claim): [label: string, value: string][] {
  const fields = portalFields(claim);
  switch (step) {
    case 'funds':
      return fields
        .filter(({ label }) => ['Program', 'Location (Partner ID)', 'Usage period'].includes(label))
        .map(({ label, value }) => [label, value]);
    case 'create':
      return fields.map(({ label, value }) => [label, value]);
    case 'cost':
      return [
        ...(claim.evidence === 'CSR'
          ? ([[CSR_QUESTION, claim.hasNonMicrosoft === null ? '' : claim.hasNonMicrosoft ? 'Yes' : 'No']] as [string, string][])
          : []),
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
  guide: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  list: {
    ...typographyStyles.body1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    listStyleType: 'disc',
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 300px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});
