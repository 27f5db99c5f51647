import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { formatUsd } from '../../../../domain/money/money';
import { inUsd } from '../../../../domain/money/currency';
import { FindingLine } from '../../../ui/finding-line';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { ClaimingFactLine } from '../field-findings';
import type { ClaimPart } from './claim-part';

/** Whether a claim is small enough to need no proof, by a limit that the user enters; initially blank. */
export function LowDollar({ form, view, onType, lowDollar }: ClaimPart) {
  const { read } = useReading();
  const styles = useClaimStyles();
  const { claim, locked } = view;
  const figure = read.settings.lowDollar;
  const usd = claim.amount === null ? null : inUsd(claim.amount, claim);
  const isBelow = figure !== null && usd !== null && usd < figure;
  const said = figure === null ? '' : (figure / 100).toFixed(2);
  const typed = lowDollar.typed ?? said;
  return (
    <div className={styles.close}>
      <Checkbox
        disabled={locked !== null}
        checked={form.isLowDollar}
        onChange={(_, { checked }) => onType({ isLowDollar: checked === true })}
        label="Low-dollar claim (Partner Center asks for no proof)"
      />
      {figure !== null && usd !== null && isBelow !== form.isLowDollar && locked === null && (
        <FindingLine
          level="note"
          message={`${formatUsd(usd)} is ${isBelow ? 'below' : 'not below'} your low-dollar limit of ${formatUsd(figure)}.`}
        />
      )}
      <details className={styles.fold}>
        <summary>{figure === null ? 'When a claim is low-dollar' : `Your low-dollar limit: ${formatUsd(figure)}`}</summary>
        <div className={styles.close}>
          <ClaimingFactLine fact="low-dollar" />
          <div className={styles.withButton}>
            <Field
              label="Your low-dollar limit, USD"
              size="small"
              hint="Leave blank if you don't know it. New claims below it start as low-dollar claims."
            >
              <Input className={styles.number} inputMode="decimal" value={typed} onChange={(_, { value }) => lowDollar.onType(value)} />
            </Field>
            <Button size="small" disabledFocusable={typed === said} onClick={lowDollar.onSave}>
              Save limit
            </Button>
          </div>
        </div>
      </details>
    </div>
  );
}
