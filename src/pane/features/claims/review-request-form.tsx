import { Button, Field, Input } from '@fluentui/react-components';
import { useId } from 'react';
import { reviewRequest, reviewSubject } from '../../../domain/claims/creative-review';
import { REVIEW_ADDRESS } from '../../../rulebook/claiming';
import type { Contact } from '../../../storage/planning/settings-table';
import { BackButton } from '../../ui/back-button';
import { Message } from '../../ui/message';
import { readForm } from '../../../planner/claims/claim-form';
import { noBreak } from '../../ui/no-break';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useClaimStyles } from './claim-styles';
import { CopyButton } from '../../ui/copy-button';
import { useHeadingFocus } from './use-heading-focus';
import { ClaimingRule } from './field-findings';

/** The email that asks Microsoft to review creative material before an activity, ready to copy. */
export function ReviewRequestForm() {
  const styles = useClaimStyles();
  const { claims: session, navigation } = usePlanner();
  const { read, asOf } = useReading();
  const { review, draft, isBusy } = useObservable(session);
  const id = useId();
  const heading = useHeadingFocus('review');
  const planned = read.activities.find(({ value }) => value.id === review.activityId)?.value ?? null;
  const subject = review.from === 'claim' && draft ? reviewSubject(readForm(draft.form).claim, planned) : planned;
  const { contacts = {} } = read.settings;
  const nameOf = (contact: Contact): string => review[contact] ?? contacts[contact] ?? '';
  const named = { company: nameOf('company'), microsoft: nameOf('microsoft'), distributor: nameOf('distributor') };
  const isKept = CONTACTS.every((contact) => named[contact].trim() === (contacts[contact] ?? ''));
  const request = subject && reviewRequest(subject, { to: REVIEW_ADDRESS, ...named }, asOf);
  const field = (name: Contact, label: string) => (
    <Field label={label} size="small">
      <Input className={styles.field} value={named[name]} onChange={(_, { value }) => session.typeReview({ [name]: value })} />
    </Field>
  );
  const place = review.from === 'claim' ? 'Claim' : review.from === 'plan' ? 'Plan' : 'New claim';
  const back = (): void => {
    session.show(review.from === 'claim' && draft ? 'claim' : review.from === 'plan' ? 'list' : 'new');
    if (review.from === 'plan') navigation.show('plan');
  };
  return (
    <section className={styles.stack} aria-labelledby={id}>
      <BackButton to={place} spoken={`← ${place}`} onBack={back} />
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        Ask for a creative review
      </h2>
      <p className={styles.line}>
        Optional, and only before the material is used. Use it unmodified afterward. An answer doesn't guarantee payment.
      </p>
      {request === null && <Message intent="warning">The activity is no longer in the plan.</Message>}
      {request && 'refusal' in request && <Message intent="warning">{request.refusal}</Message>}
      {request && 'body' in request && (
        <>
          {field('company', 'Your company')}
          {field('microsoft', 'Your Microsoft contact (email)')}
          {field('distributor', 'Your distributor (email)')}
          {!isKept && (
            <div>
              <Button size="small" disabledFocusable={isBusy} onClick={() => void session.saveContacts(read.settings, named)}>
                Save these names in the workbook
              </Button>
            </div>
          )}
          {(
            [
              ['To', request.to],
              ['Cc', request.copy],
              ['Subject', request.subject],
            ] as const
          ).map(([label, text]) => (
            <div key={label} className={styles.withButton}>
              <p className={styles.line}>
                <b>{label}:</b> {noBreak(text)}
              </p>
              <CopyButton text={text} what={label} />
            </div>
          ))}
          <pre className={styles.text} tabIndex={0} aria-label="The request">
            {noBreak(request.body)}
          </pre>
          <div>
            <CopyButton text={request.body} what="The request" label="Copy the text" />
          </div>
        </>
      )}
      <ClaimingRule fact="creative review" />
    </section>
  );
}

const CONTACTS: readonly Contact[] = ['company', 'microsoft', 'distributor'];
