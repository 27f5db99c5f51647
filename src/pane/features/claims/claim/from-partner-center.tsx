import { Field, Input } from '@fluentui/react-components';
import { httpsLink } from '../../../../domain/claims/https-link';
import { useClaimStyles } from '../claim-styles';
import { ClaimLink } from './claim-link';
import { CopyButton } from '../../../ui/copy-button';
import { fault, type ClaimPart } from './claim-part';
import { DayInput } from '../../../ui/day-input';

/** What Partner Center shows of a claim once it exists there. It can be entered at any time: the payment comes last. */
export function FromPartnerCenter({ form, mistakes, onType, found }: ClaimPart) {
  const styles = useClaimStyles();
  const isOdd = form.claimLink.trim() !== '' && httpsLink(form.claimLink) === null;
  const text = (field: 'claimNumber' | 'claimLink' | 'paymentReference', label: string, hint?: string) => (
    <div className={styles.withButton}>
      <Field label={label} size="small" {...(hint && { hint })} {...fault(field === 'claimLink' && isOdd ? NOT_HTTPS : undefined)}>
        <Input className={styles.field} value={form[field]} onChange={(_, { value }) => onType({ [field]: value })} />
      </Field>
      <div className={styles.besideField}>
        <CopyButton text={form[field]} what={label} />
      </div>
    </div>
  );
  return (
    <section className={styles.stack} aria-labelledby="from-partner-center">
      <p id="from-partner-center" className={styles.heading}>
        From Partner Center
      </p>
      {text('claimNumber', 'Claim number')}
      <div className={styles.close}>
        {text('claimLink', 'Claim link', 'The address of the claim, to open it from here.')}
        <ClaimLink link={form.claimLink} />
      </div>
      <Field label="Claim expires" size="small" {...fault(mistakes.get('claimExpires'))}>
        <DayInput className={styles.field} value={form.claimExpires} onChange={(_, { value }) => onType({ claimExpires: value })} />
      </Field>
      {found('claimExpires')}
      {text('paymentReference', 'Payment reference', 'As on the payout statement.')}
    </section>
  );
}

const NOT_HTTPS = 'Only an address that starts with https:// can be opened.';
