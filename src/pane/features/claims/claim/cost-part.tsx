import { sumOf } from '../../../../domain/money/money';
import { Button, Checkbox, Combobox, Field, Input, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { formatIn } from '../../../../domain/money/currency';
import { csrLinesFrom } from '../../../../domain/claims/claim-from-activity';
import type { ClaimLine } from '../../../../domain/claims/claim';
import { CSR_NAMES, CSR_QUESTION } from '../../../../rulebook/claiming';
import { newId } from '../../../../planner/store/planning-store';
import { formOf, type LineForm } from '../../../../planner/claims/claim-form';
import { useClaimStyles } from '../claim-styles';
import { CopyButton } from '../../../ui/copy-button';
import { fault, type ClaimPart } from './claim-part';
import { LowDollar } from './low-dollar';
import { pick, plural } from '../../../../domain/text/plural';

/** What the activity cost: invoices, or a CSR with its lines, question, and agreement. */
export function CostPart(part: ClaimPart) {
  const { form, view, mistakes, onType, found } = part;
  const styles = useClaimStyles();
  const { claim, locked, activity, difference } = view;
  const isCsr = form.evidence === 'CSR';
  const lines = form.lines.filter(({ kind }) => kind === form.evidence);
  const others = form.lines.length - lines.length;
  const total = sumOf(
    claim.lines.filter(({ kind }) => kind === claim.evidence),
    ({ amount }) => amount,
  );
  const setLines = (next: readonly LineForm[]): void => onType({ lines: next });
  const set = (id: string, change: Partial<LineForm>): void =>
    setLines(form.lines.map((line) => (line.id === id ? { ...line, ...change } : line)));
  const add = (): void =>
    setLines([...form.lines, { id: newId('L'), kind: form.evidence, number: '', type: '', amount: '', isThirdParty: !isCsr, note: '' }]);
  const takeFromPlan = (): void => {
    if (!activity) return;
    const taken = formOf({ ...claim, lines: csrLinesFrom(activity, newId) }).lines;
    setLines([...form.lines.filter(({ kind }) => kind !== 'CSR'), ...taken]);
  };
  return (
    <div className={styles.stack}>
      {locked === null && (
        <Field label="Proof of cost" size="small" hint={`CSR: ${CSR_NAMES}.`}>
          <RadioGroup value={form.evidence} onChange={(_, { value }) => onType({ evidence: value as ClaimLine['kind'] })}>
            <Radio value="invoice" label="Invoices" />
            <Radio value="CSR" label="CSR (your own costs)" />
          </RadioGroup>
        </Field>
      )}
      {found('evidence')}
      {lines.map((line, index) => (
        <CostLine
          key={line.id}
          line={line}
          number={index + 1}
          part={part}
          onSet={(change) => set(line.id, change)}
          onRemove={() => setLines(form.lines.filter(({ id }) => id !== line.id))}
        />
      ))}
      {locked === null && (
        <div className={styles.row}>
          <Button size="small" icon={<AddRegular />} onClick={add}>
            {isCsr ? 'Add an expense' : 'Add an invoice'}
          </Button>
          {isCsr && lines.length === 0 && activity !== null && activity.expenses.length > 0 && (
            <Button size="small" onClick={takeFromPlan}>
              Copy expenses from the plan
            </Button>
          )}
        </div>
      )}
      {lines.length > 0 && (
        <p className={styles.line}>
          Total {formatIn(total, claim.currency)}
          {claim.amount !== null && `; claimed ${formatIn(claim.amount, claim.currency)}`}
          {difference !== null && `, ${formatIn(Math.abs(difference), claim.currency)} ${difference > 0 ? 'more' : 'less'}`}
        </p>
      )}
      {others > 0 && (
        <p className={styles.quiet}>
          {plural(others, 'line')} of the other type {pick(others, 'is', 'are')} kept but not used.
        </p>
      )}
      {found('lines')}
      {isCsr && (
        <>
          <Field label={CSR_QUESTION} size="small">
            <RadioGroup
              layout="horizontal"
              disabled={locked !== null}
              value={form.hasNonMicrosoft === null ? '' : form.hasNonMicrosoft ? 'yes' : 'no'}
              onChange={(_, { value }) => onType({ hasNonMicrosoft: value === 'yes' })}
            >
              <Radio value="yes" label="Yes" />
              <Radio value="no" label="No" />
            </RadioGroup>
          </Field>
          {found('hasNonMicrosoft')}
          <Checkbox
            disabled={locked !== null}
            checked={form.isAgreed}
            onChange={(_, { checked }) => onType({ isAgreed: checked === true })}
            label="The CSR agreement is accepted"
          />
        </>
      )}
      <Field label="Share claimed under another program, %" size="small" {...fault(mistakes.get('otherProgramShare'))}>
        <Input
          className={styles.number}
          inputMode="decimal"
          readOnly={locked !== null}
          value={form.otherProgramShare}
          onChange={(_, { value }) => onType({ otherProgramShare: value })}
        />
      </Field>
      {found('otherProgramShare')}
      <LowDollar {...part} />
      {found('isLowDollar')}
    </div>
  );
}

function CostLine({
  line,
  number,
  part,
  onSet,
  onRemove,
}: {
  line: LineForm;
  number: number;
  part: ClaimPart;
  onSet: (change: Partial<LineForm>) => void;
  onRemove: () => void;
}) {
  const styles = useClaimStyles();
  const { mistakes, view } = part;
  const { claim, locked, requirements } = view;
  const isCsr = line.kind === 'CSR';
  const name = isCsr ? `Expense ${number}` : `Invoice ${number}`;
  if (locked !== null) {
    return (
      <div className={styles.withButton}>
        <p className={styles.line}>
          {isCsr ? line.type || name : `${name}: ${line.number}`}, {claim.currency} {line.amount}
        </p>
        <CopyButton text={isCsr ? line.type : line.number} what={name} />
      </div>
    );
  }
  return (
    <fieldset className={styles.group} aria-label={name}>
      <div className={styles.withButton}>
        {isCsr ? (
          <Field label={name} size="small">
            <Combobox
              className={styles.field}
              freeform
              size="small"
              value={line.type}
              selectedOptions={requirements?.expenses?.includes(line.type) ? [line.type] : []}
              positioning={{ position: 'below', align: 'start', matchTargetSize: 'width', fallbackPositions: ['above'] }}
              onChange={(event) => onSet({ type: event.target.value })}
              onOptionSelect={(_, { optionValue }) => optionValue && onSet({ type: optionValue })}
            >
              {(requirements?.expenses ?? []).map((type) => (
                <Option key={type} value={type} text={type}>
                  {type}
                </Option>
              ))}
            </Combobox>
          </Field>
        ) : (
          <Field label={`${name} number`} size="small">
            <Input className={styles.field} value={line.number} onChange={(_, { value }) => onSet({ number: value })} />
          </Field>
        )}
        <div className={styles.besideField}>
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={`Remove ${name.toLowerCase()}`}
            onClick={onRemove}
          />
        </div>
      </div>
      <div className={styles.pair}>
        <Field label={`Amount, ${claim.currency || 'USD'}`} size="small" {...fault(mistakes.get(`line:${line.id}`))}>
          <Input className={styles.number} inputMode="decimal" value={line.amount} onChange={(_, { value }) => onSet({ amount: value })} />
        </Field>
        <Field label="Note" size="small">
          <Input className={styles.field} value={line.note} onChange={(_, { value }) => onSet({ note: value })} />
        </Field>
      </div>
      {!isCsr && (
        <Checkbox
          checked={line.isThirdParty}
          onChange={(_, { checked }) => onSet({ isThirdParty: checked === true })}
          label="From a third party"
        />
      )}
    </fieldset>
  );
}
