import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatUsd } from '../../../domain/money/money';
import { quoted } from '../../../records/formula-text';
import { usePlanner } from '../../ui/use-planner';
import { evidenceOf } from '../../../planner/funds/evidence';
import type { HalfOfFunds } from '../../../planner/funds/funds-view';
import { NumberLink } from './number-link';

/** The totals of a half's funds, each number with a link to Explain. */
export function HalfTotals({ half }: { half: HalfOfFunds }) {
  const styles = useStyles();
  const { explain } = usePlanner();
  const { funds, coop, aboveThreshold, belowThreshold, label } = half;
  const isEarning = funds.some(({ stage }) => stage === 'earning' || stage === 'not begun');
  const number = (cents: number, formula: string, about: string) =>
    formula === '' ? (
      formatUsd(cents)
    ) : (
      <NumberLink about={`${about} in ${label}`} onExplain={() => explain.formula(formula, evidenceOf(funds, ['co-op']))}>
        {formatUsd(cents)}
      </NumberLink>
    );
  return (
    <p className={styles.totals}>
      Total co-op {number(coop, totalFormula(half, 'co-op'), 'all co-op')}
      {isEarning ? (
        ' so far.'
      ) : (
        <>
          ; above threshold {number(aboveThreshold, totalFormula(half, 'usable'), 'co-op above threshold')}; below threshold{' '}
          {number(belowThreshold, totalFormula(half, 'converted'), 'co-op below threshold')}.
        </>
      )}
    </p>
  );
}

/** The formula for a total, program by program; '' if no program of the half has co-op, or part of it was typed in. */
export function totalFormula({ funds, label }: Pick<HalfOfFunds, 'funds' | 'label'>, which: 'co-op' | 'usable' | 'converted'): string {
  const withCoop = funds.filter(({ coop, threshold }) => coop !== 0 && (which === 'co-op' || threshold !== null));
  if (withCoop.some(({ isTyped }) => isTyped)) return '';
  const programs = [...new Map(withCoop.map(({ program }) => [program.toLowerCase(), program])).values()];
  const calls = programs.map((program) => {
    const [name, half] = [program, label].map(quoted);
    return which === 'co-op'
      ? `COOP.ACCRUED(CoopEarnings[#All],${half},"all","co-op",${name})`
      : `COOP.USABLE(CoopEarnings[#All],${half},"all","${which}",${name})`;
  });
  return calls.length === 0 ? '' : `=${calls.join('+')}`;
}

const useStyles = makeStyles({
  totals: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});
