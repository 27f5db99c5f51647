import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ProofItem } from '../../../../domain/claims/claim';
import { proofBroughtUpTo } from '../../../../domain/claims/proof-checklist';
import { newId } from '../../../../planner/store/planning-store';
import { noBreak } from '../../../ui/no-break';
import { useClaimStyles } from '../claim-styles';
import type { ClaimPart } from './claim-part';
import { plural } from '../../../../domain/text/plural';

/** The proof checklist for the claim's activity, each item with a file name or link. */
export function ProofPart({ form, view, onType, found }: ClaimPart) {
  const styles = useClaimStyles();
  const ownStyles = useStyles();
  const { requirements } = view;
  const set = (id: string, change: Partial<ProofItem>): void =>
    onType({ proof: form.proof.map((item) => (item.id === id ? { ...item, ...change } : item)) });
  const complete = requirements && proofBroughtUpTo(form.proof, requirements, () => newId('P'));
  return (
    <div className={styles.stack}>
      {found('proof')}
      {form.isLowDollar && <p className={styles.line}>Not required for a low-dollar claim. Keep it anyway.</p>}
      {KINDS.map(({ kind, title }) => {
        const items = form.proof.filter((item) => item.kind === kind);
        if (items.length === 0) return null;
        return (
          <fieldset key={kind} className={styles.group} aria-label={title}>
            <p className={styles.heading}>{title}</p>
            {items.map((item) => (
              <div key={item.id} className={styles.close}>
                <Checkbox
                  checked={item.state === 'done'}
                  onChange={(_, { checked }) => set(item.id, { state: checked === true ? 'done' : 'open' })}
                  label={<>{noBreak(item.requirement)}</>}
                />
                {kind !== 'invoice or CSR' && (
                  <div className={ownStyles.indented}>
                    <Checkbox
                      checked={item.state === 'not applicable'}
                      onChange={(_, { checked }) => set(item.id, { state: checked === true ? 'not applicable' : 'open' })}
                      label={<span className={styles.quiet}>Not applicable</span>}
                      aria-label={`Not applicable: ${item.requirement}`}
                    />
                  </div>
                )}
                {(kind !== 'core requirements' && kind !== 'visible' && item.state !== 'not applicable') || item.evidence !== '' ? (
                  <Field label="File name or link" size="small">
                    <Input
                      className={styles.field}
                      aria-label={`File name or link of: ${item.requirement}`}
                      value={item.evidence}
                      onChange={(_, { value }) =>
                        set(item.id, { evidence: value, ...(value !== '' && item.evidence === '' && { state: 'done' }) })
                      }
                    />
                  </Field>
                ) : null}
              </div>
            ))}
          </fieldset>
        );
      })}
      {complete && complete.length > form.proof.length && (
        <div className={styles.close}>
          <p className={styles.quiet}>The guidebook asks for {plural(complete.length - form.proof.length, 'more item')}.</p>
          <div>
            <Button size="small" onClick={() => onType({ proof: complete })}>
              Complete the list
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

const KINDS: readonly { kind: ProofItem['kind']; title: string }[] = [
  { kind: 'invoice or CSR', title: 'Cost' },
  { kind: 'communication', title: 'Communication' },
  { kind: 'metrics', title: 'Metrics' },
  { kind: 'core requirements', title: 'Core requirements' },
  { kind: 'visible', title: 'Must be visible' },
];

const useStyles = makeStyles({
  // under the text of its item
  indented: { paddingLeft: tokens.spacingHorizontalXXL, marginTop: `calc(-1 * ${tokens.spacingVerticalS})` },
});
