import { Field, Input, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ClipboardEvent } from 'react';
import { describePartner } from '../../../domain/earnings/partner-name';
import { lastDay } from '../../../domain/calendar/half';
import { reconcile } from '../../../reports/reconcile/reconcile';
import { SHOWN_AMOUNTS } from '../../../reports/reconcile/amounts';
import { askedCurrency, comparedInCurrency } from '../../../reports/reconcile/rate-causes';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { useReading } from '../../ui/use-planning';
import { comparisonEvidence, withPartnerNames } from '../../../planner/funds/comparison-evidence';
import { ownClaims } from '../../../planner/funds/own-claims';
import type { ReconcileProps } from './reconcile-props';
import { ReconcileResult } from './reconcile-result';
import { ReconcileRows } from './reconcile-rows';
import { amountsIn, type ReconcileSession } from '../../../planner/funds/reconcile-session';

/** A fund compared with Partner Center: the amounts and the causes of their difference. */
export function ReconcilePanel({ fund, months, session }: ReconcileProps & { session: ReconcileSession }) {
  const styles = useStyles();
  const state = useObservable(session);
  const { read, book, asOf } = useReading();
  const ownAmounts = useMemo(() => ownClaims(read, fund, asOf), [read, fund, asOf]);
  const typed = useSettled(state.typed);
  const { amounts, problems, foreign } = useMemo(() => amountsIn(typed), [typed]);
  const { earned, claimed, remaining } = amounts;
  const { evidence: report, inWorkbook } = state;
  const { evidence, basis } = useMemo(
    () => comparisonEvidence(fund, months, [...fund.uncounted, ...(read.earnings?.unplaced ?? [])], { evidence: report, inWorkbook }),
    [months, fund, read, report, inWorkbook],
  );
  // its rows change with its sums
  useEffect(() => void session.readWorkbook(), [session, fund.coop, fund.counted]);
  const rates = useMemo(() => read.rates.map(({ value }) => value), [read]);
  const inCurrency = useMemo(() => foreign && comparedInCurrency(foreign, evidence, rates), [foreign, evidence, rates]);
  const question = useMemo(() => askedCurrency(earned, evidence, rates), [earned, evidence, rates]);
  const compared = useMemo(() => {
    return reconcile({
      fund,
      theirs: { earned, claimed, remaining },
      evidence: withPartnerNames(evidence, read.partnerNames),
      rules: book.rulesOn(lastDay(fund.half)),
      asOf,
      claimed: ownAmounts,
    });
  }, [fund, book, asOf, evidence, read.partnerNames, earned, claimed, remaining, ownAmounts]);
  const hasAny = SHOWN_AMOUNTS.some((what) => amounts[what] !== null);
  const paste = (event: ClipboardEvent): void => {
    if (session.paste(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <section className={styles.section} aria-label={`Compare ${describePartner(fund)}, ${fund.label}, with Partner Center`}>
      <p className={styles.quiet}>
        Enter the amounts that Partner Center shows for this fund in US dollars. Earned can also be in the currency shown there. Or copy the
        row or labels in Partner Center and paste them into any field.
      </p>
      <div className={styles.fields} onPaste={paste}>
        {SHOWN_AMOUNTS.map((what) => (
          <Field
            key={what}
            label={NAMES[what]}
            size="small"
            className={mergeClasses(styles.field, problems[what] && styles.wide)}
            {...(problems[what] ? { validationState: 'error', validationMessage: problems[what] } : {})}
          >
            <Input
              size="small"
              inputMode="decimal"
              autoComplete="off"
              value={state.typed[what]}
              onChange={(_, { value }) => session.type(what, value)}
              className={styles.input}
            />
          </Field>
        ))}
      </div>
      {state.refused && <Message intent="warning">{state.refused}</Message>}
      {inCurrency && (
        <Message intent={inCurrency.isSame ? 'success' : 'info'} title="Exchange rate.">
          {inCurrency.sentence}
        </Message>
      )}
      {question && (
        <Message intent="info" title="Currency.">
          {question}
        </Message>
      )}
      {hasAny && <ReconcileResult compared={compared} chosen={state.chosen} onChoose={session.choose} />}
      {(foreign || (hasAny && compared.difference !== 0)) && <ReconcileRows session={session} state={state} basis={basis} />}
    </section>
  );
}

/** The value once typing has stopped, so that a partial amount isn't read or rejected. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const SETTLE_MS = 400;

const NAMES = { earned: 'Earned', claimed: 'Claimed', remaining: 'Remaining' } as const;

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  fields: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'repeat(auto-fit, minmax(84px, 1fr))',
    alignItems: 'start',
  },
  field: { minWidth: 0 },
  // its sentence needs the room
  wide: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%', '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', minWidth: 0 } },
});
