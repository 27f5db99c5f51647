import { Button, Spinner } from '@fluentui/react-components';
import { useEffect } from 'react';
import { workbookRules } from '../../../cells/workbook-rules';
import type { Workbook } from '../../../storage/workbook';
import type { PlanningStore } from '../../../planner/store/planning-store';
import { usePlanning } from '../../ui/use-planning';
import { AsOfField, useAsOf } from '../../ui/as-of-field';
import { placeOpened, useRequestedPlace } from '../../ui/navigation';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { KeptConflicts } from '../../ui/sheet-clashes';
import { useScrollIntoView } from '../../ui/use-scroll-into-view';
import { noBreak } from '../../ui/no-break';
import { ClaimDetail } from './claim/claim-detail';
import { ClaimSummaryPage } from './claim/claim-summary-page';
import { readForm } from '../../../planner/claims/claim-form';
import { viewOf } from '../../../planner/claims/claim-view';
import { useClaimStyles } from './claim-styles';
import { ClaimsList } from './list/claims-list';
import { sessionOf, type ClaimsSession } from '../../../planner/claims/claims-session';
import { useRestoredFocus } from './use-restored-focus';
import { NewClaim } from './new-claim';
import { ReviewRequestForm } from './review-request-form';

/** The claims of the workbook: what each needs, by when, and where it stands. */
export function ClaimsScreen({ workbook, store }: { workbook: Workbook; store: PlanningStore }) {
  const session = sessionOf(store);
  const state = usePlanning(store);
  const asOf = useAsOf(store);
  const work = useObservable(session);
  const asked = useRequestedPlace('claims');
  const book = state.step === 'read' ? workbookRules() : null;
  const styles = useClaimStyles();
  const keepFocus = useRestoredFocus();

  useEffect(() => {
    if (asked === null || state.step !== 'read') return;
    const kept = state.read.claims.find(({ value }) => value.id === asked.id);
    const activity = state.read.activities.find(({ value }) => value.id === asked.id);
    if (kept) session.open(kept);
    else if (activity && asked.what === 'review') session.askReview(activity.value.id, 'plan');
    else if (activity) session.chooseFor(activity.value.id);
    else session.show('list');
    placeOpened();
  }, [asked, state, session]);

  if (state.step === 'reading') return <Spinner size="small" label="Reading the workbook" />;
  if (state.step === 'trouble') {
    return (
      <Message intent="warning" actions={<Button onClick={() => void store.readAgain()}>Try again</Button>}>
        {state.sentence}
      </Message>
    );
  }
  if (book === null) return <Spinner size="small" label="Reading the rules of the workbook" />;
  const { read } = state;
  const props = { session, work, read, book, asOf };
  const { draft } = work;
  return (
    <div className={styles.stack} onFocus={keepFocus}>
      <AsOfField store={store} />
      <RowErrors troubles={read.troubles} />
      <ToldMessage session={session} />
      {work.view === 'new' && <NewClaim {...props} />}
      {work.view === 'review' && <ReviewRequestForm {...props} />}
      {work.view === 'claim' && draft && <ClaimDetail {...props} draft={draft} />}
      {work.view === 'summary' && draft && (
        <ClaimSummaryPage session={session} workbook={workbook} view={viewOf(readForm(draft.form).claim, read, book, asOf)} asOf={asOf} />
      )}
      {(work.view === 'list' || (draft === null && work.view !== 'new' && work.view !== 'review')) && <ClaimsList {...props} />}
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

/** What came of the last thing asked for, with the way back. */
function ToldMessage({ session }: { session: ClaimsSession }) {
  const styles = useClaimStyles();
  const { told, isBusy } = useObservable(session);
  const place = useScrollIntoView(told);
  return (
    <div role="status" className={styles.status} ref={place}>
      {isBusy && <Spinner size="tiny" label="Saving" />}
      {told && (
        <Message
          intent={told.intent}
          actions={
            <>
              {told.canUndo && (
                <Button size="small" onClick={() => void session.undo()}>
                  Undo
                </Button>
              )}
              <Button size="small" onClick={session.dismiss}>
                Close
              </Button>
            </>
          }
        >
          {told.sentence}
        </Message>
      )}
      {told && <KeptConflicts conflicts={told.conflicts} isBusy={isBusy} takeTheirs={session.takingBack} />}
    </div>
  );
}
