import { Button, Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { formatHalf, parseHalf } from '../../../domain/calendar/half';
import { fundsSessionOf } from '../../../planner/funds/funds-session';
import { blankFundForm, halvesToEnter, PROGRAMS_TO_ENTER, readFundForm, type FundForm } from '../../../planner/funds/fund-form';
import { fault } from '../../ui/fault';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useUnsavedInput } from '../../ui/use-unsaved-input';

/** The form of a fund whose co-op someone knows without a report. */
export function EnterFund() {
  const styles = useStyles();
  const { navigation, ...planner } = usePlanner();
  const session = planner.session(fundsSessionOf);
  const { read, asOf } = useReading();
  const { isBusy } = useObservable(session);
  const [typed, setTyped] = useUnsavedInput<FundForm>('fund');
  const [isTried, setTried] = useState(false);
  const form = typed ?? blankFundForm(asOf);
  const { value, mistakes } = readFundForm(form, read.fundDetails);
  const type = (change: Partial<FundForm>): void => setTyped({ ...form, ...change });
  const faultOf = (field: keyof FundForm): object => fault(isTried ? mistakes.get(field) : undefined);
  const close = (): void => {
    setTyped(null);
    session.close();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!value || isBusy || !(await session.enter(value))) return;
    close();
    navigation.open({ screen: 'funds', fund: value.fund });
  };
  return (
    <form className={styles.form} aria-labelledby="enter-fund" noValidate onSubmit={(event) => void save(event)}>
      <h2 id="enter-fund" className={styles.title}>
        Enter a fund
      </h2>
      <p className={styles.quiet}>
        For co-op that you know without a report, such as from Co-op management in Partner Center. A report that covers the fund replaces
        the amount.
      </p>
      <Field label="Partner ID" size="small" required {...faultOf('partnerId')}>
        <Input autoFocus inputMode="numeric" value={form.partnerId} onChange={(_, { value: partnerId }) => type({ partnerId })} />
      </Field>
      <Field label="Program" size="small" required>
        <Select className={styles.field} value={form.program} onChange={(_, { value: program }) => type({ program })}>
          {PROGRAMS_TO_ENTER.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Earned in" size="small" required {...faultOf('half')}>
        <Select className={styles.field} value={form.half} onChange={(_, { value: half }) => type({ half })}>
          {halvesToEnter(asOf).map((label) => (
            <option key={label} value={label}>
              {formatHalf(parseHalf(label)!)} ({label})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Co-op earned (USD)" size="small" required hint="Before anything was claimed" {...faultOf('coop')}>
        <Input className={styles.number} inputMode="decimal" value={form.coop} onChange={(_, { value: coop }) => type({ coop })} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={isBusy}>
          {isBusy ? 'Saving' : 'Save'}
        </Button>
        <Button size="small" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  field: { minWidth: 0, width: '100%', '& select': { minWidth: 0 } },
  number: { minWidth: 0, width: '100%', '& input': { minWidth: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
