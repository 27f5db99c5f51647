import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { mayBePlanned, wasPlannedOn } from '../../../../domain/checks/check-planned-activity';
import type { Activity } from '../../../../domain/activities/activity';
import type { FieldFinding } from '../../../../domain/checks/activity-finding';
import { splitAtPeriodEnd } from '../../../../domain/activities/split-activity';
import { newId } from '../../../../planner/store/planning-store';
import { BackButton } from '../../../ui/back-button';
import { RecordHistory } from '../../../ui/record-history';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { factsOf, leftFor, ruleOf } from '../../../../planner/activities/activity-view';
import { asSaved } from '../../../../planner/activities/as-saved';
import { aroundIn } from '../../../../planner/activities/plan-groups';
import { AboutFields } from './fields/about-fields';
import { BudgetFields } from './fields/budget-fields';
import { DateFields } from './fields/date-fields';
import { isUnsaved, type Draft } from '../../../../planner/activities/activity-draft';
import type { EditorPart } from './fields/editor-part';
import { FieldFindings } from './fields/field-findings';
import { isBlank, readForm, type FormField } from '../../../../planner/activities/activity-form';
import { RequirementFields } from './fields/requirement-fields';
import { ResultFields } from './fields/result-fields';
import { SaveBar } from './save-bar';
import { SheetNews } from './sheet-changes';
import { WhatFields } from './fields/what-fields';

interface ActivityEditorProps {
  draft: Draft;
  isBusy: boolean;
}

/** The editor of one activity: its fields, with findings while typing. */
export function ActivityEditor({ draft, isBusy }: ActivityEditorProps) {
  const styles = useStyles();
  const planner = usePlanner();
  const { plan: session } = planner;
  const { read, asOf, book } = useReading();
  const groups = useObservable(planner.groups);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { form, was, base } = draft;
  const { activity, mistakes } = useMemo(
    () =>
      readForm(
        form,
        was,
        read.rates.map(({ value }) => value),
      ),
    [form, was, read.rates],
  );
  const around = useMemo(() => aroundIn(activity.fund, groups, read, asOf, book), [activity.fund, groups, read, asOf, book]);
  const facts = useMemo(() => factsOf(activity, around), [activity, around]);
  const parts = useMemo(() => (facts.spansPeriods ? splitAtPeriodEnd(activity, newId) : null), [activity, facts.spansPeriods]);
  const wasPlanned = wasPlannedOn(activity, base && base.value);
  const isSound = mayBePlanned(facts.findings, wasPlanned) && mistakes.size === 0;
  const isMissing = ({ level, rule, field }: FieldFinding): boolean => level === 'blocking' && rule === null && isBlank(form, field);
  // what can't be read is reported by the field itself
  const isUnread = ({ rule, field }: FieldFinding): boolean =>
    rule === null && (mistakes.has(field as FormField) || (field === 'rate' && mistakes.has('currency')));
  const part: EditorPart = {
    form,
    began: draft.began,
    activity,
    mistakes,
    facts,
    left: leftFor(activity, around),
    type: session.type,
    findingsAt: (field) => (
      <FieldFindings
        findings={facts.findings.filter((finding) => finding.field === field && !isUnread(finding))}
        ruleOf={(finding) => ruleOf(finding, activity, book)}
        isMissing={isMissing}
      />
    ),
  };
  const saved = (written: Activity): Activity => asSaved(written, base && base.value, groups, { read, asOf, book });
  const split = (): void => {
    if (parts) void session.split([saved(parts[0]), saved(parts[1])], draft.isGone ? null : base);
  };
  return (
    <section className={styles.editor} aria-labelledby="editor-title">
      <BackButton to="Plan" onBack={session.leave} />
      <h2 id="editor-title" ref={title} tabIndex={-1} className={styles.title}>
        {base ? 'Edit activity' : 'New activity'}
      </h2>
      <SheetNews draft={draft} stored={read.activities.find(({ value }) => value.id === was.id) ?? null} onTake={session.takeTheirs} />
      <Group title="Fund and activity">
        <WhatFields {...part} />
      </Group>
      <Group title="Dates">
        <DateFields {...part} onSplit={parts && !isBusy ? split : null} />
      </Group>
      <Group title="Cost and co-op share">
        <BudgetFields {...part} />
      </Group>
      <Group title="Requirements">
        <RequirementFields {...part} />
      </Group>
      <Group title="About">
        <AboutFields {...part} />
      </Group>
      <Group title="Results">
        <ResultFields {...part} />
      </Group>
      {read.history.some(({ subject }) => subject === was.id) && (
        <Group title="History">
          <RecordHistory id={was.id} />
        </Group>
      )}
      <SaveBar
        blocking={facts.findings.filter((finding) => finding.level === 'blocking' && !isMissing(finding)).length}
        warnings={facts.findings.filter((finding) => finding.level === 'warning').length}
        mistakes={mistakes.size}
        status={form.status}
        isUnsaved={isUnsaved(draft)}
        isSound={isSound}
        isBusy={isBusy}
        onSave={() => void session.save(saved(activity))}
        onDiscard={session.discard}
      />
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  editor: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    // the bar with Save must not cover the field that has the focus
    '& input, & textarea, & select, & button, & summary': { scrollMarginBottom: '120px' },
  },
  title: {
    ...typographyStyles.subtitle2,
    margin: 0,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
});
