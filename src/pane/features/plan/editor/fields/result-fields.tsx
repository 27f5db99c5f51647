import { Field, Input } from '@fluentui/react-components';
import { Fragment } from 'react';
import { hasResults, returnOf } from '../../../../../domain/activities/return-on-spend';
import { describeCostPerLead, describeReturn } from '../../../../../planner/activities/return-text';
import type { EditorPart } from './editor-part';
import { inCurrency } from './expense-lines';
import { fault } from '../../../../ui/fault';
import { useFieldStyles } from './field-styles';

const FIELDS = ['leads', 'pipeline', 'revenue'] as const;

/** What came of the activity; folded unless something was entered. */
export function ResultFields({ form, began, activity, mistakes, type, findingsAt }: EditorPart) {
  const styles = useFieldStyles();
  const currency = mistakes.has('currency') ? '' : activity.currency;
  const labels = { leads: 'Leads', pipeline: inCurrency('Pipeline', currency), revenue: inCurrency('Revenue', currency) };
  const spend = returnOf(activity);
  return (
    <details className={styles.fold} open={FIELDS.some((field) => began[field] !== '')}>
      <summary>Leads, pipeline, and revenue (optional)</summary>
      <div className={styles.folded}>
        <div className={styles.pair}>
          {FIELDS.map((field) => (
            <Field key={field} label={labels[field]} size="small" {...fault(mistakes.get(field))}>
              <Input
                className={styles.number}
                inputMode={field === 'leads' ? 'numeric' : 'decimal'}
                value={form[field]}
                onChange={(_, { value }) => type({ [field]: value })}
              />
            </Field>
          ))}
        </div>
        {FIELDS.map((field) => (
          <Fragment key={field}>{findingsAt(field)}</Fragment>
        ))}
        {hasResults(activity) && (
          <p className={styles.line}>
            Cost per lead <b>{describeCostPerLead(spend)}</b>; return <b>{describeReturn(spend)}</b>
            {spend.ratio !== null && ' of revenue for each dollar of cost'}.
          </p>
        )}
      </div>
    </details>
  );
}
