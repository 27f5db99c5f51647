import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExchangeRate } from '../../../../domain/activities/rate-in-force';
import { describeRate, readRateForm, type RateForm } from '../../../../planner/activities/rate-form';
import { newId, type Stored } from '../../../../planner/store/planning-store';
import { DayInput } from '../../../ui/day-input';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { fault } from '../../../ui/fault';
import { useFieldStyles } from '../editor/fields/field-styles';

/** A rate that is being entered; the base is null for a new one. */
export interface RateDraft {
  base: Stored<ExchangeRate> | null;
  form: RateForm;
}

interface RateFieldsProps {
  draft: RateDraft;
  onType: (form: RateForm) => void;
  onClose: () => void;
}

/** The fields of one rate. What is wrong shows once someone tries to save. */
export function RateFields({ draft: { base, form }, onType, onClose }: RateFieldsProps) {
  const fields = useFieldStyles();
  const styles = useStyles();
  const { plan: session } = usePlanner();
  const { read } = useReading();
  const { isBusy } = useObservable(session);
  const [isTried, setTried] = useState(false);
  const { value, mistakes } = readRateForm(
    form,
    base?.value.id ?? '',
    read.rates.map((stored) => stored.value),
  );
  const type = (change: Partial<RateForm>): void => onType({ ...form, ...change });
  const faultOf = (field: keyof RateForm): object => fault(isTried ? mistakes.get(field) : undefined);
  const save = async (): Promise<void> => {
    setTried(true);
    if (mistakes.size > 0) return;
    const change = { value: base ? value : { ...value, id: newId('R') }, base };
    if (await session.saveRates([change], `Saved ${describeRate(value)}: ${value.rate!}.`)) onClose();
  };
  const currency = form.currency.trim().toUpperCase();
  return (
    <form
      className={styles.form}
      aria-label={base ? `Edit ${describeRate(base.value)}` : 'New exchange rate'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={fields.pair}>
        <Field label="Currency" size="small" required {...faultOf('currency')}>
          <Input
            autoFocus
            className={fields.field}
            maxLength={3}
            value={form.currency}
            onChange={(_, { value: currencyTyped }) => type({ currency: currencyTyped.toUpperCase() })}
          />
        </Field>
        <Field label="From" size="small" required {...faultOf('from')}>
          <DayInput className={fields.field} value={form.from} onChange={(_, { value: from }) => type({ from })} />
        </Field>
      </div>
      <Field label={`Exchange rate (USD per ${currency || 'unit'})`} size="small" required {...faultOf('rate')}>
        <Input className={fields.number} inputMode="decimal" value={form.rate} onChange={(_, { value: rate }) => type({ rate })} />
      </Field>
      <Field label="Source (optional)" size="small" hint="Where the rate is from, such as a bank">
        <Input className={fields.field} value={form.source} onChange={(_, { value: source }) => type({ source })} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={isBusy}>
          {isBusy ? 'Saving' : 'Save'}
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
