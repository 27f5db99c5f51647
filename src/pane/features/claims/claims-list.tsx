import { Button, Link } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Book } from '../../../cells/book';
import { formatIn } from '../../../domain/us-dollars';
import type { Claim } from '../../../domain/claim-kept';
import type { Day } from '../../../domain/day';
import type { Kept, PlanningRead } from '../../planning/planning-store';
import { showScreen } from '../../ui/screen';
import { useClaimStyles } from './claim-styles';
import { viewOf, type ClaimView } from './claim-view';
import { clockSaid, isUrgent } from './clock-said';
import { isUnsaved, nameOf } from './claim-draft';
import type { ClaimsSession, ClaimsWork } from './claims-session';
import { openActivities } from './open-activities';
import { ReadinessBar } from './readiness-bar';
import { StatusBadge } from './status-badge';

interface ClaimsListProps {
  session: ClaimsSession;
  work: ClaimsWork;
  read: PlanningRead;
  book: Book;
  asOf: Day;
}

/** All claims, those first whose deadline comes first. */
export function ClaimsList({ session, work, read, book, asOf }: ClaimsListProps) {
  const styles = useClaimStyles();
  const [shown, setShown] = useState(FIRST_SHOWN);
  const found = useMemo(
    () => read.claims.map((kept) => ({ kept, view: viewOf(kept.value, read, book, asOf) })).sort((a, b) => compare(a.view, b.view)),
    [read, book, asOf],
  );
  if (found.length === 0) return <NoClaims session={session} read={read} />;
  const unsaved = new Set([...work.waiting, ...(work.draft && isUnsaved(work.draft) ? [work.draft] : [])].map(({ form }) => form.id));
  return (
    <section className={styles.stack} aria-labelledby="claims">
      <div className={styles.ends}>
        <h2 id="claims" className={styles.title}>
          {found.length === 1 ? '1 claim' : `${found.length} claims`}
        </h2>
        <Button size="small" appearance="primary" onClick={() => session.show('new')}>
          New claim
        </Button>
      </div>
      <ul className={styles.plain}>
        {found.slice(0, shown).map(({ kept, view }) => (
          <li key={`${kept.value.id} ${kept.row}`}>
            <ClaimCard kept={kept} view={view} isUnsaved={unsaved.has(kept.value.id)} onOpen={() => session.open(kept)} />
          </li>
        ))}
      </ul>
      {found.length > shown && <Button onClick={() => setShown(shown + FIRST_SHOWN)}>Show {Math.min(FIRST_SHOWN, found.length - shown)} more of {found.length}</Button>}
    </section>
  );
}

function ClaimCard({ kept, view, isUnsaved: hasUnsaved, onOpen }: { kept: Kept<Claim>; view: ClaimView; isUnsaved: boolean; onOpen: () => void }) {
  const styles = useClaimStyles();
  const { claim, status } = view;
  const clock = clockSaid(view);
  const blocked = view.findings.filter(({ level }) => level === 'blocking').length;
  return (
    <article className={styles.card} aria-label={nameOf(claim)}>
      <div className={styles.head}>
        <h3 className={styles.heading}>
          <Link as="button" className={styles.link} onClick={onOpen}>
            {nameOf(claim)}
          </Link>
        </h3>
        <StatusBadge status={status} />
      </div>
      <p className={styles.line}>{claim.amount === null ? 'No amount yet' : formatIn(claim.amount, claim.currency)}</p>
      {clock && <p className={isUrgent(view) ? styles.urgent : styles.line}>{clock}</p>}
      {view.locked === null && <ReadinessBar readiness={view.readiness} />}
      {view.locked === null && blocked > 0 && <p className={styles.urgent}>{blocked === 1 ? '1 finding blocks it.' : `${blocked} findings block it.`}</p>}
      {kept.troubles.map(({ sentence }) => (
        <p key={sentence} className={styles.urgent}>
          {sentence}
        </p>
      ))}
      {hasUnsaved && <p className={styles.quiet}>Has changes that are not saved.</p>}
    </article>
  );
}

function NoClaims({ session, read }: { session: ClaimsSession; read: PlanningRead }) {
  const styles = useClaimStyles();
  const count = openActivities(read).length;
  return (
    <section className={styles.card} aria-labelledby="no-claims">
      <h2 id="no-claims" className={styles.title}>
        No claims in this workbook yet
      </h2>
      <p className={styles.line}>
        A claim begins with an activity of the plan: it takes over its dates, its cost and its checklist of proof, and shows what is missing and until when.
      </p>
      <div className={styles.row}>
        {count > 0 ? (
          <Button appearance="primary" onClick={() => session.show('new')}>
            New claim
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => showScreen('plan')}>
            Plan an activity first
          </Button>
        )}
      </div>
    </section>
  );
}

const FIRST_SHOWN = 25;

/** What loses money first comes first, then what Microsoft has, then what is over. */
function compare(a: ClaimView, b: ClaimView): number {
  const rank = ({ clock }: ClaimView): number => (clock === null ? 2 : clock.isDeadline ? 0 : 1);
  return rank(a) - rank(b) || (a.clock?.until ?? '').localeCompare(b.clock?.until ?? '') || a.claim.name.localeCompare(b.claim.name);
}
