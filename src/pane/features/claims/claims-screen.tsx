import { useEffect } from 'react';
import { ActionResult } from '../../ui/action-result';
import { AsOfField } from '../../ui/as-of-field';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useRequestedPlace } from '../../ui/use-requested-place';
import { WhenRead } from '../../ui/when-read';
import { noBreak } from '../../ui/no-break';
import { ClaimDetail } from './claim/claim-detail';
import { ClaimPackPage } from './claim/claim-pack-page';
import { readForm } from '../../../planner/claims/claim-form';
import { useClaimStyles } from './claim-styles';
import { ClaimsList } from './list/claims-list';
import { useRestoredFocus } from './use-restored-focus';
import { NewClaim } from './new-claim';
import { ReviewRequestForm } from './review-request-form';

/** The claims of the workbook: what each needs, by when, and its status. */
export function ClaimsScreen() {
  return <WhenRead>{() => <Claims />}</WhenRead>;
}

function Claims() {
  const { claims: session, navigation } = usePlanner();
  const { read } = useReading();
  const work = useObservable(session);
  const asked = useRequestedPlace('claims');
  const styles = useClaimStyles();
  const keepFocus = useRestoredFocus();

  useEffect(() => {
    if (asked === null) return;
    const stored = read.claims.find(({ value }) => value.id === asked.id);
    const activity = read.activities.find(({ value }) => value.id === asked.id);
    if (stored) session.open(stored);
    else if (activity && asked.what === 'review') session.askReview(activity.value.id, 'plan');
    else if (activity) session.chooseFor(activity.value.id);
    else session.show('list');
    navigation.opened();
  }, [asked, read, session, navigation]);

  const { draft } = work;
  return (
    <div className={styles.stack} onFocus={keepFocus}>
      <AsOfField />
      <RowErrors troubles={read.troubles} />
      <ActionResult
        notice={work.notice}
        isBusy={work.isBusy}
        onUndo={(step) => void session.undo(step)}
        onDismiss={session.dismiss}
        takeTheirs={session.takingBack}
      />
      {work.view === 'new' && <NewClaim />}
      {work.view === 'review' && <ReviewRequestForm />}
      {work.view === 'claim' && draft && <ClaimDetail draft={draft} />}
      {work.view === 'summary' && draft && <ClaimPackPage claim={readForm(draft.form).claim} />}
      {(work.view === 'list' || (draft === null && work.view !== 'new' && work.view !== 'review')) && <ClaimsList />}
    </div>
  );
}

function RowErrors({ troubles }: { troubles: readonly string[] }) {
  const styles = useClaimStyles();
  if (troubles.length === 0) return null;
  return (
    <Message intent="warning">
      {troubles.length === 1 ? (
        troubles[0]
      ) : (
        <ul className={styles.list}>
          {troubles.map((sentence) => (
            <li key={sentence}>{noBreak(sentence)}</li>
          ))}
        </ul>
      )}
    </Message>
  );
}
