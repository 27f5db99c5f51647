import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { list } from '../../../domain/text/list';
import { formatUsd, type Cents } from '../../../domain/money/money';
import { explainedBy, settledCauses, waysOf, type Cause, type Reconciliation } from '../../../reports/reconcile/reconcile';
import type { PossibleCause } from '../../../reports/reconcile/cause';
import { CAUSE_NAMES, ReconcileCause, signed } from './reconcile-cause';
import { RuleBehind } from './reconcile-rule';

interface ResultProps {
  compared: Reconciliation;
  chosen: ReadonlySet<string> | null;
  onChoose: (cause: PossibleCause, isChosen: boolean, all: readonly PossibleCause[], now: ReadonlySet<string>) => void;
}

/** The two sides, their difference, its causes, and what remains unexplained. */
export function ReconcileResult({ compared, chosen, onChoose }: ResultProps) {
  const styles = useStyles();
  const { amounts, causes, difference, remarks } = compared;
  const taken = chosen ?? new Set(settledCauses(compared));
  const { explained, unexplained } = explainedBy(compared, taken);
  return (
    <>
      <div className={styles.frame} role="region" aria-label="Table of the amounts compared" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles.unseen}>Amount</span>
              </th>
              <th scope="col">Here</th>
              <th scope="col">Partner Center</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {amounts
              .filter(({ what, theirs }) => what === 'earned' || theirs !== null)
              .map(({ what, ours, theirs, difference: itsDifference }) => (
                <tr key={what}>
                  <th scope="row">{what === 'earned' ? 'Earned' : what === 'claimed' ? 'Claimed' : 'Remaining'}</th>
                  <Amount cents={ours} />
                  <Amount cents={theirs} />
                  <td>{itsDifference === null ? '' : signed(itsDifference)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p role="status" className={styles.verdict}>
        {verdict(compared, chosen !== null, explained, unexplained)}
      </p>
      {causes.length > 0 && (
        <ul className={styles.causes} aria-label="Possible causes">
          {causes.map((cause) => (
            <ReconcileCause
              key={cause.id}
              cause={cause}
              isTaken={taken.has(cause.id)}
              isOneOfMany={compared.fitting.some((set) => set.length > 1 && set.includes(cause.id))}
              leaves={cause.amount === null || taken.has(cause.id) || difference === null ? null : unexplained - cause.amount}
              onTake={(isTaken) => onChoose(cause, isTaken, causes, taken)}
            />
          ))}
        </ul>
      )}
      {remarks.length > 0 && (
        <ul className={styles.remarks} aria-label="Notes">
          {remarks.map(({ sentence, rule }) => (
            <li key={sentence}>
              {sentence}
              {rule && <RuleBehind rule={rule} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Amount({ cents }: { cents: Cents | null }) {
  return <td>{cents === null ? '' : formatUsd(cents)}</td>;
}

function verdict(compared: Reconciliation, isChosen: boolean, explained: Cents, unexplained: Cents): string {
  const { difference, fitting, causes } = compared;
  if (difference === null) return 'Enter Earned, or both Claimed and Remaining, to compare this fund.';
  if (difference === 0) return 'Earned matches to the cent.';
  const rest = unexplained === 0 ? 'Nothing is unexplained.' : `Unexplained: ${signed(unexplained)}.`;
  if (isChosen) return `Explained by your selection: ${signed(explained)}. ${rest}`;
  const [only, second] = fitting;
  if (second)
    return `${fitting.length} explanations match to the cent: ${fitting.map((set) => named(set, causes)).join('; or ')}. Select what you know is right. ${rest}`;
  if (only && waysOf(compared) > 1)
    return `${named(only, causes)} matches to the cent in ${waysOf(compared)} ways. It's not known which. ${rest}`;
  if (only) return `Explained to the cent: ${named(only, causes)}. ${rest}`;
  return `${rest}${causes.some(({ amount }) => amount !== null) ? ' No combination of causes matches to the cent. Select those you know apply.' : ''}`;
}

function named(set: readonly string[], causes: readonly Cause[]): string {
  const names = causes.filter(({ id }) => set.includes(id)).map(({ kind, amount }) => `${CAUSE_NAMES[kind]} (${signed(amount ?? 0)})`);
  return list(names, 'and');
}

const useStyles = makeStyles({
  frame: { overflowX: 'auto', ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
  table: {
    ...typographyStyles.caption1,
    borderCollapse: 'collapse',
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `2px ${tokens.spacingHorizontalXS}`,
      verticalAlign: 'top',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    },
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& td, & thead th + th': { textAlign: 'right' },
    '& td, & tbody th': { whiteSpace: 'nowrap' },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  verdict: { ...typographyStyles.body1Strong, margin: 0, fontVariantNumeric: 'tabular-nums' },
  causes: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  remarks: {
    ...typographyStyles.body1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
});
