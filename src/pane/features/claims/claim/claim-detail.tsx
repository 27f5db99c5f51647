import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { latestAmount } from '../../../../domain/claims/latest-amount';
import { formatIn } from '../../../../domain/money/currency';
import type { ClaimField, ClaimFinding } from '../../../../domain/claims/checks/claim-finding';
import { BackButton } from '../../../ui/back-button';
import { noBreak } from '../../../ui/no-break';
import { HAS_ROOM, IS_SHORT } from '../../../ui/pane-height';
import { RecordHistory } from '../../../ui/record-history';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { describeAmount, describeDifferences } from '../../../../planner/claims/amount-text';
import { readForm } from '../../../../planner/claims/claim-form';
import { useClaimStyles } from '../claim-styles';
import { viewOf } from '../../../../planner/claims/claim-view';
import { isUnsaved, nameOf, type ClaimDraft } from '../../../../planner/claims/claim-draft';
import { describeDeadline, isUrgent } from '../../../../planner/claims/deadline-text';
import { FieldFindings } from '../field-findings';
import { ClaimLink } from './claim-link';
import { ClaimGuide } from '../guide/claim-guide';
import { ReadinessBar } from '../readiness-bar';
import { reasonOf } from '../../../../planner/claims/locked-reason';
import { StatusBadge } from '../status-badge';
import { useHeadingFocus } from '../use-heading-focus';
import { ClaimDaysPart } from './claim-days-part';
import type { ClaimPart } from './claim-part';
import { CostPart } from './cost-part';
import { MissingList, partOf } from './missing-list';
import { NotesPart } from './notes-part';
import { PortalPart } from './portal-part';
import { ProofPart } from './proof-part';
import { hasReview, ReviewPart, reviewState } from './review-part';
import { SheetNews } from './sheet-changes';
import { StatusMoves } from './status-moves';
import { plural } from '../../../../domain/text/plural';
import { formatDay } from '../../../../domain/calendar/day';

/** One claim: its status, what is missing, and its parts in the portal's order. */
export function ClaimDetail({ draft }: { draft: ClaimDraft }) {
  const styles = useClaimStyles();
  const { claims: session } = usePlanner();
  const { read, book, asOf } = useReading();
  const work = useObservable(session);
  const ownStyles = useStyles();
  const { claim, mistakes } = readForm(draft.form);
  const view = viewOf(claim, read, book, asOf);
  const heading = useHeadingFocus(claim.id);
  const clock = describeDeadline(view);
  const reason = reasonOf(claim, read.history);
  const found = (...fields: ClaimField[]): ReactNode => <FieldFindings findings={view.findings} fields={fields} claim={claim} />;
  const part: ClaimPart = {
    form: draft.form,
    view,
    mistakes,
    onType: session.type,
    onReview: () => session.askReview(claim.activityId, 'claim'),
    found,
    lowDollar: { typed: work.lowDollar, onType: session.typeLowDollar, onSave: () => void session.saveLowDollar(read.settings) },
  };
  const changed = isUnsaved(draft);
  const ticked = claim.proof.filter(({ state }) => state !== 'open').length;
  const marked = (id: string, state: string): string =>
    [state, describeFound(view.findings.filter(({ field }) => partOf(field) === id && field !== 'status' && field !== 'activityId'))]
      .filter(Boolean)
      .join('; ');
  const parts: { id: string; title: string; state: string; content: ReactNode }[] = [
    {
      id: 'portal',
      title: 'Fields for Partner Center',
      state: marked('portal', claim.amount === null ? 'no amount yet' : formatIn(claim.amount, claim.currency)),
      content: <PortalPart {...part} />,
    },
    {
      id: 'cost',
      title: claim.evidence === 'CSR' ? 'Cost: CSR' : 'Cost: invoices',
      state: marked('cost', describeLines(claim.lines.filter(({ kind }) => kind === claim.evidence).length, claim.evidence)),
      content: <CostPart {...part} />,
    },
    {
      id: 'proof',
      title: 'Proof of execution',
      state: marked('proof', claim.proof.length === 0 ? 'no checklist yet' : `${ticked} of ${claim.proof.length} done`),
      content: <ProofPart {...part} />,
    },
    ...(hasReview(view)
      ? [{ id: 'review', title: 'Creative review', state: reviewState(view, asOf), content: <ReviewPart {...part} /> }]
      : []),
    { id: 'notes', title: 'Results and notes', state: claim.notes === '' ? 'none yet' : '', content: <NotesPart {...part} /> },
    { id: 'guide', title: 'Guide to the portal', state: 'six short steps', content: <ClaimGuide {...part} /> },
    {
      id: 'days',
      title: 'Dates of this claim',
      state: view.keep ? `keep proof until ${formatDay(view.keep.keepUntil)}` : '',
      content: <ClaimDaysPart {...part} />,
    },
    { id: 'history', title: 'History', state: '', content: <RecordHistory id={claim.id} /> },
  ];
  return (
    <section className={mergeClasses(styles.stack, ownStyles.claim)} aria-labelledby="claim">
      <div className={styles.ends}>
        <BackButton to="Claims" spoken="← Claims" onBack={session.leave} />
        <Button size="small" onClick={() => session.show('summary')}>
          Claim pack
        </Button>
      </div>
      <div className={styles.card}>
        <div className={styles.head}>
          <h2 id="claim" ref={heading} tabIndex={-1} className={styles.title}>
            {nameOf(claim)}
          </h2>
          <StatusBadge status={view.status} />
        </div>
        {latestAmount(claim, claim.status) !== null && <p className={styles.line}>{describeAmount(claim)}</p>}
        {describeDifferences(claim).map((sentence) => (
          <p key={sentence} className={styles.line}>
            {sentence}
          </p>
        ))}
        {claim.claimNumber !== '' && <p className={styles.line}>Claim number {noBreak(claim.claimNumber)}</p>}
        <ClaimLink link={claim.claimLink} />
        {clock && <p className={isUrgent(view) ? styles.urgent : styles.line}>{noBreak(clock)}</p>}
        {reason && (
          <p className={styles.line}>
            <b>Microsoft's reason:</b> {noBreak(reason)}
          </p>
        )}
        {found('status', 'activityId')}
        {view.locked === null ? (
          <>
            <ReadinessBar readiness={view.readiness} status={view.status} />
            <MissingList readiness={view.readiness} onOpen={(id) => session.setOpen([...new Set([...work.open, id])])} />
          </>
        ) : (
          <p className={styles.quiet}>{noBreak(view.locked)}</p>
        )}
        <StatusMoves view={view} />
      </div>
      <SheetNews draft={draft} onTake={session.takeTheirs} />
      <Accordion
        multiple
        collapsible
        openItems={[...work.open]}
        onToggle={(_, { openItems }) => session.setOpen(openItems.map(String))}
        className={ownStyles.list}
      >
        {parts.map(({ id, title, state, content }) => (
          <AccordionItem key={id} value={id} className={ownStyles.item}>
            <AccordionHeader as="h3" expandIconPosition="end" size="small" className={ownStyles.header} id={`part-${id}`}>
              <span className={ownStyles.heading}>
                <span className={ownStyles.name}>{title}</span>
                {state && <span className={ownStyles.state}>{noBreak(state)}</span>}
              </span>
            </AccordionHeader>
            <AccordionPanel className={ownStyles.panel}>{content}</AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {draft.base && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={work.isBusy}
            onClick={() => draft.base && void session.remove(draft.base)}
          >
            Delete this claim
          </Button>
        </div>
      )}
      {changed && (
        <div className={ownStyles.save} role="group" aria-label="Unsaved changes">
          <Button appearance="primary" disabledFocusable={work.isBusy} onClick={() => void session.save()}>
            Save
          </Button>
          <Button onClick={session.discard}>Discard changes</Button>
        </div>
      )}
    </section>
  );
}

function describeLines(count: number, evidence: 'invoice' | 'CSR'): string {
  const what = evidence === 'CSR' ? 'line' : 'invoice';
  return count === 0 ? 'none yet' : plural(count, what);
}

/** Findings in a part, while it is collapsed. */
function describeFound(findings: readonly ClaimFinding[]): string {
  const blocking = findings.filter(({ level }) => level === 'blocking').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  return [blocking > 0 ? plural(blocking, 'blocking issue') : '', warnings > 0 ? plural(warnings, 'warning') : '']
    .filter(Boolean)
    .join('; ');
}

const useStyles = makeStyles({
  // the bar with Save must not cover the field that has the focus
  claim: { '& input, & textarea, & select, & button, & summary': { scrollMarginBottom: '88px' } },
  list: {
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` } },
  header: { '& button': { minHeight: '44px', paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS } },
  heading: { display: 'grid', textAlign: 'left', minWidth: 0 },
  name: { ...typographyStyles.body1Strong },
  state: {
    ...typographyStyles.caption1,
    display: 'block',
    '::first-letter': { textTransform: 'uppercase' },
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  panel: { margin: 0, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  save: {
    [HAS_ROOM]: { position: 'sticky', bottom: 0, zIndex: 1 },
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    [IS_SHORT]: { paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS },
  },
});
