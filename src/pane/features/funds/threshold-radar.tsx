import { Radio, RadioGroup } from '@fluentui/react-components';
import { formatDay, type Day } from '../../../domain/calendar/day';
import { formatUsd } from '../../../domain/money/money';
import { quoted } from '../../../records/formula-text';
import { usePlanner } from '../../ui/use-planner';
import { noBreak } from '../../ui/no-break';
import { useObservable } from '../../ui/use-observable';
import { evidenceOf } from '../../../planner/funds/evidence';
import { forecastChoiceOf, type ForecastBasis } from '../../../planner/funds/forecast-basis';
import type { ExperienceOutlook } from '../../../planner/funds/experience-outlook';
import type { FundView } from '../../../planner/funds/funds-view';
import { ExperienceFacts } from './experience-facts';
import { NumberLink } from './number-link';
import { OutlookBar } from './outlook-bar';
import { useOutlookStyles } from './outlook-styles';
import type { Outlook } from '../../../planner/funds/outlook';
import { plural } from '../../../domain/text/plural';

/** What a fund that is still being earned is expected to become, by the pace and by experience. */
export interface Outlooks {
  pace: Outlook;
  experience: ExperienceOutlook;
  /** How both would have done for past halves, in sentences. */
  tested: Record<ForecastBasis, string>;
}

/** Whether a half that is still being earned will reach the threshold: its pace or experience, the projection, and the shortfall. */
export function ThresholdRadar({ fund, outlooks, asOf }: { fund: FundView; outlooks: Outlooks; asOf: Day }) {
  const styles = useOutlookStyles();
  const choice = usePlanner().session(forecastChoiceOf);
  const chosen = useObservable(choice);
  const { pace, experience, tested } = outlooks;
  const isChoice = experience.kind === 'experience';
  return (
    <div className={styles.stack}>
      <h4 className={styles.heading}>Will it reach the threshold?</h4>
      {isChoice && (
        <RadioGroup
          layout="horizontal"
          aria-label="Forecast from"
          value={chosen}
          onChange={(_, { value }) => choice.choose(value as ForecastBasis)}
        >
          <Radio value="pace" label="Current pace" />
          <Radio value="experience" label="Rates from experience" />
        </RadioGroup>
      )}
      {isChoice && chosen === 'experience' ? (
        <ExperienceFacts outlook={experience} tested={tested.experience} />
      ) : (
        <PaceFacts fund={fund} outlook={pace} tested={tested.pace} asOf={asOf} />
      )}
      {experience.kind === 'unknown' && pace.kind === 'projected' && <p className={styles.quiet}>{experience.why}</p>}
    </div>
  );
}

function PaceFacts({ fund, outlook, tested, asOf }: { fund: FundView; outlook: Outlook; tested: string; asOf: Day }) {
  const styles = useOutlookStyles();
  const { explain } = usePlanner();
  if (outlook.kind === 'too little') return <p className={styles.line}>Not enough data yet. {noBreak(outlook.why)}</p>;
  const { projection, later, shortfall, expectedShortfall, neededPerMonth } = outlook;
  const formula = (part: string): string =>
    `=COOP.PROJECTION(CoopEarnings[#All],"${fund.label}","${asOf}",${quoted(fund.partnerId)},"${part}",${quoted(fund.program)})`;
  const link = (part: string, about: string, cents: number) => (
    <NumberLink about={about} onExplain={() => explain.formula(formula(part), evidenceOf([fund], ['co-op']))}>
      {formatUsd(cents)}
    </NumberLink>
  );
  const { expected, low, high, pace, completeMonths, remainingMonths } = projection;
  return (
    <>
      <p className={styles.line}>
        {shortfall === 0 ? (
          'Yes, already reached.'
        ) : expectedShortfall === 0 ? (
          'At the current pace, yes.'
        ) : (
          <>At the current pace, no: {link('shortfall', 'the expected shortfall', expectedShortfall)} short.</>
        )}
      </p>
      <OutlookBar actual={projection.actual} expected={expected} threshold={outlook.threshold.amount} low={low} high={high} />
      <dl className={styles.facts}>
        <dt>Average per full month</dt>
        <dd className={styles.number}>{link('expected', 'the pace', pace)}</dd>
        <dt>Expected at the end of the half</dt>
        <dd className={styles.number}>{link('expected', 'the expected co-op', expected)}</dd>
        {low === null || high === null ? (
          <>
            <dt>Low to high</dt>
            <dd className={styles.number}>after two months</dd>
          </>
        ) : (
          <>
            <dt>Low case</dt>
            <dd className={styles.number}>{link('low', 'the low end', low)}</dd>
            <dt>High case</dt>
            <dd className={styles.number}>{link('high', 'the high end', high)}</dd>
          </>
        )}
        <dt>Needed per month ({plural(remainingMonths, 'month')} left)</dt>
        <dd className={styles.number}>
          {remainingMonths === 0 ? 'no months left' : link('needed per month', 'what is needed per month', neededPerMonth)}
        </dd>
      </dl>
      <p className={styles.quiet}>
        Based on {plural(completeMonths, 'full month')}, as of {noBreak(formatDay(asOf))}
        {later !== 0 && <>. {formatUsd(later)} of later months is included above but not here</>}. {tested}
      </p>
    </>
  );
}
