import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { addDays, daysBetween, formatDay, type Day } from '../../../domain/calendar/day';
import { firstDay, lastDay } from '../../../domain/calendar/half';
import { describePartner } from '../../../domain/earnings/partner-name';
import type { Milestone } from '../../../domain/calendar/deadlines';
import { closingTime } from '../../../planner/claims/deadline-text';
import { usePlanner } from '../../ui/use-planner';
import type { FundView } from '../../../planner/funds/funds-view';
import { NumberLink } from './number-link';

/**
 * Earning and usage on one line, the claim window and the resolution on another below, with the as-of date across both;
 * and the same in words. Claims open while the money is still being used, so their window begins below the usage.
 */
export function FundTimeline({ fund, asOf }: { fund: FundView; asOf: Day }) {
  const styles = useStyles();
  const { explain } = usePlanner();
  const start = firstDay(fund.half);
  const total = daysBetween(start, fund.resolutionDeadline) + 1;
  const percentAt = (day: Day): number => (Math.min(total, Math.max(0, daysBetween(start, day))) / total) * 100;
  const parts = [
    { name: 'earned', from: start, to: lastDay(fund.half), y: USE, look: styles.earning },
    { name: 'used', from: fund.usageStart, to: fund.usageEnd, y: USE, look: styles.usage },
    { name: 'claims', from: fund.claimOpens, to: fund.claimDeadline, y: CLAIM, look: styles.claim },
    { name: 'resolution', from: addDays(fund.claimDeadline, 1), to: fund.resolutionDeadline, y: CLAIM, look: styles.resolution },
  ];
  const day = (is: Day, milestone: Milestone): ReactNode => (
    <NumberLink
      about={`${milestone} of ${describePartner(fund)}, ${fund.label}`}
      onExplain={() => explain.formula(`=COOP.DEADLINE("${fund.label}","${milestone}")`)}
    >
      {formatDay(is)}
    </NumberLink>
  );
  const isOnIt = asOf >= start && asOf <= fund.resolutionDeadline;
  return (
    <div className={styles.timeline}>
      <svg
        className={styles.picture}
        role="img"
        aria-label={`Timeline from ${formatDay(start)} to ${formatDay(fund.resolutionDeadline)}${isOnIt ? `, with ${formatDay(asOf)} marked` : ''}`}
      >
        {parts.map(({ name, from, to, y, look }) => (
          <rect
            key={name}
            x={`${percentAt(from)}%`}
            y={y}
            width={`${Math.max(0.6, percentAt(addDays(to, 1)) - percentAt(from) - 0.4)}%`}
            height={8}
            rx={2}
            className={look}
          />
        ))}
        {isOnIt && (
          <svg x={`${percentAt(asOf)}%`} className={styles.now}>
            <rect x={-1} y={2} width={2} height={25} />
            <circle cx={0} cy={4} r={3.5} />
          </svg>
        )}
      </svg>
      <dl className={styles.dates}>
        <Dates look={styles.earning} name="Earned">
          {day(start, 'earning start')} to {day(lastDay(fund.half), 'earning end')}
        </Dates>
        <Dates look={styles.usage} name="Used">
          {day(fund.usageStart, 'usage start')} to {day(fund.usageEnd, 'usage end')}
        </Dates>
        <Dates look={styles.claim} name="Claims">
          {day(fund.claimOpens, 'claim opens')} to {day(fund.claimDeadline, 'claim')}
          {(fund.stage === 'usage' || fund.stage === 'claim only') && <>, {closingTime(fund.claimDeadline)}</>}
        </Dates>
        <Dates look={styles.resolution} name="Resolution">
          through {day(fund.resolutionDeadline, 'resolution')}
        </Dates>
      </dl>
    </div>
  );
}

function Dates({ look, name, children }: { look: string; name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.date}>
      <dt className={styles.name}>
        <svg viewBox="0 0 8 8" className={styles.key} aria-hidden="true">
          <rect width={8} height={8} rx={2} className={look} />
        </svg>
        {name}
      </dt>
      <dd className={styles.said}>{children}</dd>
    </div>
  );
}

const USE = 8;
const CLAIM = 18;

const useStyles = makeStyles({
  timeline: { display: 'grid', gap: tokens.spacingVerticalXS },
  picture: { width: '100%', height: '27px', display: 'block', overflow: 'visible', forcedColorAdjust: 'none' },
  earning: { fill: tokens.colorNeutralStroke1, '@media (forced-colors: active)': { fill: 'GrayText' } },
  usage: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  claim: { fill: tokens.colorPaletteMarigoldBorderActive, '@media (forced-colors: active)': { fill: 'LinkText' } },
  resolution: { fill: tokens.colorPaletteBerryBorderActive, '@media (forced-colors: active)': { fill: 'ButtonText' } },
  now: { overflow: 'visible', fill: tokens.colorNeutralForeground1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  dates: { ...typographyStyles.caption1, margin: 0, display: 'grid', gap: '2px', fontVariantNumeric: 'tabular-nums' },
  date: { display: 'flex', gap: tokens.spacingHorizontalS },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '84px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
  },
  key: { width: '8px', height: '8px', flexShrink: 0, forcedColorAdjust: 'none' },
  said: { margin: 0 },
});
