import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useRef, useState } from 'react';
import type { ExchangeRate } from '../../../../domain/activities/rate-in-force';
import { formatDay } from '../../../../domain/calendar/day';
import { compareText } from '../../../../domain/text/compare';
import { blankRate, describeRate, rateFormOf } from '../../../../planner/activities/rate-form';
import { asExchangeRate, describeReportRate, keepingAll, ratesToOffer, reportRatesOf } from '../../../../planner/funds/report-rates';
import { newId, type Stored } from '../../../../planner/store/planning-store';
import type { ReportRate } from '../../../../reports/import/earnings-import';
import { BackButton } from '../../../ui/back-button';
import { FindingLine } from '../../../ui/finding-line';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useScreenStyles } from '../screen-styles';
import { useUnsavedInput } from '../../../ui/use-unsaved-input';
import { RateFields, type RateDraft } from './rate-fields';

/** The workbook's exchange rates: see, add, change, and delete them. */
export function RatesScreen() {
  const styles = useStyles();
  const screen = useScreenStyles();
  const planner = usePlanner();
  const { plan: session } = planner;
  const { read, asOf } = useReading();
  const { isBusy } = useObservable(session);
  const [draft, setDraft] = useUnsavedInput<RateDraft>('rate');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const rates = [...read.rates].sort(byCurrency);
  const [isAll, setAll] = useState(false);
  const found = useObservable(planner.session(reportRatesOf));
  const offered = ratesToOffer(
    found,
    read.rates.map(({ value }) => value),
  );
  const use = (rate: ReportRate): void => {
    const value = asExchangeRate(rate, newId('R'));
    void session
      .saveRates([{ value, base: null }], `Saved ${describeRate(value)}: ${value.rate!}.`)
      .then((isSaved) => isSaved && title.current?.focus());
  };
  const keepAll = (): void => {
    const { changes, said } = keepingAll(offered);
    void session.saveRates(changes, said).then((isSaved) => isSaved && title.current?.focus());
  };
  const remove = (stored: Stored<ExchangeRate>): void =>
    void session.saveRates([{ remove: stored }], `Deleted ${describeRate(stored.value)}.`).then(() => title.current?.focus());
  const close = (): void => {
    setDraft(null);
    title.current?.focus();
  };
  return (
    <section className={screen.frame} aria-labelledby="rates-title">
      <BackButton to="Settings" onBack={() => session.show({ show: 'settings' })} />
      <h2 id="rates-title" ref={title} tabIndex={-1} className={screen.title}>
        Exchange rates
      </h2>
      <p className={screen.quiet}>
        An activity in another currency uses the newest rate that has begun by its start date, unless it has a rate of its own. Rates are in
        the table CoopRates.
      </p>
      {rates.length === 0 && draft === null && <p className={screen.quiet}>No rates yet.</p>}
      <ul className={screen.list} aria-label="Exchange rates">
        {rates.map((stored) => {
          const { value, troubles } = stored;
          const name = describeRate(value);
          return (
            <li key={value.id} className={styles.rate}>
              {draft?.base?.value.id === value.id ? (
                <RateFields draft={draft} onType={(form) => setDraft({ ...draft, form })} onClose={close} />
              ) : (
                <>
                  <p className={screen.line}>
                    <b>
                      {value.rate ?? 'No rate'} USD per {value.currency || 'unit'}
                    </b>
                    {value.from && <> from {formatDay(value.from)}</>}
                  </p>
                  {value.source && <p className={screen.quiet}>{value.source}</p>}
                  {troubles.map(({ sentence }) => (
                    <FindingLine key={sentence} level="warning" message={sentence} />
                  ))}
                  <div className={screen.actions}>
                    <Button
                      size="small"
                      aria-label={`Edit ${name}`}
                      disabledFocusable={isBusy}
                      onClick={() => setDraft({ base: stored, form: rateFormOf(value) })}
                    >
                      Edit
                    </Button>
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={`Delete ${name}`}
                      disabledFocusable={isBusy}
                      onClick={() => remove(stored)}
                    >
                      Delete
                    </Button>
                  </div>
                </>
              )}
            </li>
          );
        })}
        {draft !== null && draft.base === null && (
          <li className={styles.rate}>
            <RateFields draft={draft} onType={(form) => setDraft({ ...draft, form })} onClose={close} />
          </li>
        )}
      </ul>
      {offered.length > 0 && (
        <section className={screen.frame} aria-labelledby="report-rates">
          <h3 id="report-rates" className={styles.heading}>
            From your report
          </h3>
          <p className={screen.quiet}>
            The rows of the report prove these rates: their amounts convert to their US dollars. A rate you use starts on the first day of
            its month.
          </p>
          <ul className={screen.list} aria-label="Rates of the report">
            {(isAll ? offered : offered.slice(0, INITIAL_COUNT)).map((rate) => (
              <li key={`${rate.currency} ${rate.month}`} className={styles.rate}>
                <p className={screen.line}>
                  <b>{describeReportRate(rate)}</b>
                </p>
                <p className={screen.quiet}>
                  {rate.file}
                  {rate.perDollar !== null && `, where it's ${rate.perDollar} ${rate.currency} per US dollar`}
                </p>
                <div className={screen.actions}>
                  <Button
                    size="small"
                    aria-label={`Use this rate: ${describeReportRate(rate)}`}
                    disabledFocusable={isBusy}
                    onClick={() => use(rate)}
                  >
                    Use this rate
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          <div className={screen.actions}>
            {!isAll && offered.length > INITIAL_COUNT && (
              <Button size="small" onClick={() => setAll(true)}>
                Show all {offered.length}
              </Button>
            )}
            {offered.length > 1 && (
              <Button size="small" disabledFocusable={isBusy} onClick={keepAll}>
                Keep all {offered.length} in CoopRates
              </Button>
            )}
          </div>
        </section>
      )}
      {draft === null && (
        <div>
          <Button icon={<AddRegular />} onClick={() => setDraft({ base: null, form: blankRate(asOf) })}>
            Add a rate
          </Button>
        </div>
      )}
    </section>
  );
}

/** By currency, the newest first. */
const byCurrency = ({ value: a }: Stored<ExchangeRate>, { value: b }: Stored<ExchangeRate>): number =>
  compareText(a.currency, b.currency) || compareText(b.from ?? '', a.from ?? '');

/** The newest months of a currency come first. */
const INITIAL_COUNT = 6;

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  rate: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
});
