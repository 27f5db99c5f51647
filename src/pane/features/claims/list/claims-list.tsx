import { Button } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../../../ui/empty-state';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { isUnsaved } from '../../../../planner/claims/claim-draft';
import { useClaimStyles } from '../claim-styles';
import { claimViewer } from '../../../../planner/claims/claim-view';
import { openActivities } from '../../../../planner/claims/claimable-activities';
import { ClaimCard, linkId } from './claim-card';
import { PaymentsPart } from '../payments/payments-part';
import { ClaimsFilter } from './claims-filter';
import { foundBy, inOrder, TURNS } from '../../../../planner/claims/order-claims';
import { plural } from '../../../../domain/text/plural';

/** All claims, those that need action first, with search. */
export function ClaimsList() {
  const styles = useClaimStyles();
  const { claims: session } = usePlanner();
  const { read, book, asOf } = useReading();
  const work = useObservable(session);
  const search = useDeferredValue(work.search);
  const all = useMemo(() => {
    const view = claimViewer(read, book, asOf);
    return inOrder(read.claims.map((stored) => ({ stored, view: view(stored.value) })));
  }, [read, book, asOf]);
  const found = useMemo(() => foundBy(search, all), [search, all]);
  // keeps the previous position, however far down
  const [shown, setShown] = useState(
    () => FIRST_SHOWN * Math.max(1, Math.ceil((found.findIndex(({ stored }) => stored.value.id === work.backTo) + 1) / FIRST_SHOWN)),
  );
  useEffect(() => {
    if (work.backTo !== null) document.getElementById(linkId(work.backTo))?.focus();
  }, [work.backTo]);
  if (all.length === 0) return <NoClaims />;
  const unsaved = new Set([...work.waiting, ...(work.draft && isUnsaved(work.draft) ? [work.draft] : [])].map(({ form }) => form.id));
  const isNarrowed = found.length < all.length;
  const listed = found.slice(0, shown);
  return (
    <section className={styles.stack} aria-labelledby="claims">
      <div className={styles.ends}>
        <h2 id="claims" className={styles.title}>
          {plural(all.length, 'claim')}
        </h2>
        <Button size="small" appearance="primary" onClick={() => session.show('new')}>
          New claim
        </Button>
      </div>
      {(all.length > FEW || isNarrowed) && (
        <ClaimsFilter search={work.search} claims={all} count={found.length} onNarrow={session.narrow} />
      )}
      {TURNS.map(({ turn, title }) => {
        const ofTurn = listed.filter((claim) => claim.turn === turn);
        if (ofTurn.length === 0) return null;
        return (
          <section key={turn} className={styles.stack} aria-label={title}>
            <h3 className={styles.heading}>
              {title}, {found.filter((claim) => claim.turn === turn).length}
            </h3>
            <ul className={styles.plain}>
              {ofTurn.map(({ stored, view }) => (
                <li key={`${stored.value.id} ${stored.row}`}>
                  <ClaimCard stored={stored} view={view} isUnsaved={unsaved.has(stored.value.id)} onOpen={() => session.open(stored)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {found.length > shown && (
        <Button onClick={() => setShown(shown + FIRST_SHOWN)}>
          Show {Math.min(FIRST_SHOWN, found.length - shown)} more of {found.length}
        </Button>
      )}
      <PaymentsPart />
    </section>
  );
}

function NoClaims() {
  const { claims: session, navigation } = usePlanner();
  const { read } = useReading();
  const count = openActivities(read).length;
  return (
    <EmptyState
      title="No claims in this workbook yet"
      actions={
        count > 0 ? (
          <Button appearance="primary" onClick={() => session.show('new')}>
            New claim
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => navigation.show('plan')}>
            Plan an activity first
          </Button>
        )
      }
    >
      A claim starts from an activity in the plan. It copies the dates, cost, and proof checklist, and shows what is missing and by when.
    </EmptyState>
  );
}

const FIRST_SHOWN = 25;
/** The most claims shown without search. */
const FEW = 5;
