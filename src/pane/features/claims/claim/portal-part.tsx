import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { claimName, isBetterName } from '../../../../domain/claims/claim-name';
import { describeFund, fundKey, nameOfFund, type Fund, type FundId } from '../../../../domain/funds/fund';
import { formatIn } from '../../../../domain/money/currency';
import { formatUsd } from '../../../../domain/money/money';
import { portalFields, type PortalField } from '../../../../domain/claims/portal-fields';
import { FUND_CATEGORIES } from '../../../../rulebook/claiming';
import { noBreak } from '../../../ui/no-break';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { CopyButton } from '../../../ui/copy-button';
import { ClaimingFactLine } from '../field-findings';
import { fault, type ClaimPart } from './claim-part';
import { FromPartnerCenter } from './from-partner-center';
import { DayInput } from '../../../ui/day-input';

/** The fields of the portal's form in its order, each with its value to copy. */
export function PortalPart(part: ClaimPart) {
  const { form, view, mistakes, onType, found } = part;
  const { read } = useReading();
  const styles = useClaimStyles();
  const { navigation } = usePlanner();
  const { claim, locked, limit, shared } = view;
  const rows = portalFields(claim);
  // a rate belongs to its currency: another currency needs another
  const text = (field: 'fundCategory' | 'fundingPool' | 'solutionAreas' | 'activity' | 'currency' | 'name') => (
    <Input
      className={styles.field}
      value={form[field]}
      list={field === 'fundCategory' ? 'fund-categories' : undefined}
      onChange={(_, { value }) => onType({ [field]: value, ...(field === 'currency' && { rate: '' }) })}
    />
  );
  const day = (field: 'start' | 'end') => (
    <DayInput className={styles.field} value={form[field]} onChange={(_, { value }) => onType({ [field]: value })} />
  );
  const inputs: Record<string, ReactElement> = {
    'Fund category': text('fundCategory'),
    'Funding pool': text('fundingPool'),
    'Solution areas': text('solutionAreas'),
    Activity: text('activity'),
    'Start date': day('start'),
    'End date': day('end'),
    Currency: text('currency'),
    'Claim name': text('name'),
    'Claim amount': (
      <Input className={styles.number} inputMode="decimal" value={form.amount} onChange={(_, { value }) => onType({ amount: value })} />
    ),
  };
  const suggested = claimName(claim);
  return (
    <div className={styles.stack}>
      {locked === null && (
        <Field label="Fund" size="small" hint="Sets program, location, and usage period.">
          <Select
            className={styles.field}
            value={fundKey(form.fund)}
            onChange={(_, { value }) =>
              onType({ fund: fundsToChoose(read.funds, form.fund).find((fund) => fundKey(fund) === value) ?? null })
            }
          >
            <option value="">Choose a fund</option>
            {fundsToChoose(read.funds, form.fund).map((fund) => (
              <option key={fundKey(fund)} value={fundKey(fund)}>
                {describeFund(fund)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {locked === null && form.fund !== null && view.fund === null && (
        <div className={styles.close}>
          <p className={styles.quiet}>This workbook has no earnings of this fund, so the amount isn't checked against it.</p>
          <div>
            <Button size="small" onClick={() => navigation.show('funds')}>
              Bring in its report
            </Button>
          </div>
        </div>
      )}
      {found('fund')}
      <datalist id="fund-categories">
        {FUND_CATEGORIES.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {rows.map((row) => (
        <div key={row.label} className={styles.close}>
          <PortalRow row={row} input={locked === null ? inputs[row.label] : undefined} mistake={mistakes.get(row.field as never)} />
          {row.label === 'Claim name' && locked === null && isBetterName(suggested, form) && (
            <div className={styles.withButton}>
              <p className={styles.quiet}>Suggested: {noBreak(suggested)}</p>
              <Button size="small" onClick={() => onType({ name: suggested })}>
                Use it
              </Button>
            </div>
          )}
          {row.label === 'Currency' && claim.currency !== 'USD' && claim.currency !== '' && locked === null && (
            <Field
              label={`Exchange rate (USD per ${claim.currency})`}
              size="small"
              hint="Your own rate, because funds and caps are in US dollars. It isn't sent to Partner Center."
              {...fault(mistakes.get('rate'))}
            >
              <Input className={styles.number} inputMode="decimal" value={form.rate} onChange={(_, { value }) => onType({ rate: value })} />
            </Field>
          )}
          {row.label === 'Currency' && found('rate')}
          {row.label === 'Claim amount' && limit && locked === null && (
            <p className={styles.quiet}>
              At most {formatUsd(limit.amount)}, which {noBreak(limit.why)}.
            </p>
          )}
          {row.label === 'Claim amount' && shared && (
            <p className={styles.quiet}>
              Cost {formatIn(shared.cost, claim.currency)}, your share {formatIn(shared.yourShare, claim.currency)}.
            </p>
          )}
          {FINDINGS_OF[row.label] && found(...FINDINGS_OF[row.label]!)}
        </div>
      ))}
      <FromPartnerCenter {...part} />
      <details className={styles.fold}>
        <summary>US allowances may differ</summary>
        <ClaimingFactLine fact="allowances" />
      </details>
    </div>
  );
}

function PortalRow({
  row: { label, value, hint },
  input,
  mistake,
}: {
  row: PortalField;
  input: ReactElement | undefined;
  mistake: string | undefined;
}) {
  const styles = useClaimStyles();
  return (
    <div className={styles.withButton}>
      {input === undefined ? (
        <div>
          <p className={styles.quiet}>{label}</p>
          <p className={styles.line}>{noBreak(value) || 'not entered yet'}</p>
          {hint && <p className={styles.quiet}>{noBreak(hint)}</p>}
        </div>
      ) : (
        <Field label={label} size="small" hint={hint && <>{noBreak(hint)}</>} {...fault(mistake)}>
          {input}
        </Field>
      )}
      <div className={styles.besideField}>
        <CopyButton text={value} what={label} />
      </div>
    </div>
  );
}

const FINDINGS_OF: Record<string, ('activity' | 'start' | 'end' | 'currency' | 'name' | 'amount')[]> = {
  Activity: ['activity'],
  'Start date': ['start'],
  'End date': ['end'],
  Currency: ['currency'],
  'Claim amount': ['amount'],
};

/** The workbook's funds, and the claim's own if the workbook doesn't have it. */
function fundsToChoose(funds: readonly Fund[], chosen: ClaimPart['form']['fund']): FundId[] {
  const names = funds.map(nameOfFund);
  return chosen && !names.some((name) => fundKey(name) === fundKey(chosen)) ? [...names, chosen] : names;
}
