import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { isDay } from '../../../domain/calendar/day';
import type { PlanSettings } from '../../../storage/planning/settings-table';
import { useReading } from '../../ui/use-planning';
import { useUnsavedInput } from '../../ui/use-unsaved-input';
import { fault } from './editor/fields/fault';
import { DayInput } from '../../ui/day-input';

interface SettingsFormProps {
  isBusy: boolean;
  /** Whether they were saved. */
  onSave: (settings: PlanSettings) => Promise<boolean>;
  onClose: () => void;
}

/** The settings of the plan, stored in the workbook: the lead times for the last safe day, and the name for the history. */
export function SettingsForm({ isBusy, onSave, onClose }: SettingsFormProps) {
  const styles = useStyles();
  const { settings } = useReading().read;
  const [typed, setTyped] = useUnsavedInput<Partial<Fields>>('settings');
  const type = (change: Partial<Fields>): void => setTyped({ ...typed, ...change });
  // fields without input follow the sheet
  const { review, proof, payBy, yourName } = { ...fieldsOf(settings), ...typed };
  const days = { review: countOf(review), proof: countOf(proof) };
  const isSound = days.review !== null && days.proof !== null && (payBy === '' || isDay(payBy));
  const save = async (): Promise<void> => {
    if (days.review === null || days.proof === null) return;
    const now = {
      ...settings,
      reviewDays: days.review,
      proofDays: days.proof,
      payBy: isDay(payBy) ? payBy : null,
      yourName: yourName.trim(),
    };
    if (await onSave(now)) setTyped(null);
  };
  const cancel = (): void => {
    setTyped(null);
    onClose();
  };
  return (
    <section className={styles.form} aria-labelledby="plan-settings">
      <h2 id="plan-settings" className={styles.title}>
        Settings
      </h2>
      <p className={styles.quiet}>They're saved in this workbook, in the table CoopSettings.</p>
      <h3 className={styles.heading}>Review and proof lead times</h3>
      <p className={styles.quiet}>The last safe day of each activity allows for these lead times.</p>
      <Field
        label="Days for review"
        size="small"
        hint="Default: 30. Sources say 1 to 30 days."
        {...fault(days.review === null ? COUNT : undefined)}
      >
        <Input autoFocus className={styles.field} inputMode="numeric" value={review} onChange={(_, { value }) => type({ review: value })} />
      </Field>
      <Field label="Days to collect proof" size="small" hint="Default: 14." {...fault(days.proof === null ? COUNT : undefined)}>
        <Input className={styles.field} inputMode="numeric" value={proof} onChange={(_, { value }) => type({ proof: value })} />
      </Field>
      <Field label="Payment needed by (optional)" size="small" hint="For example, the end of a year, a budget, or a contract.">
        <DayInput className={styles.field} value={payBy} onChange={(_, { value }) => type({ payBy: value })} />
      </Field>
      <h3 className={styles.heading}>History</h3>
      <Field
        label="Your name (optional)"
        size="small"
        hint="Written into the history with each change you record. Everyone who uses this workbook can see and change it."
      >
        <Input className={styles.field} value={yourName} onChange={(_, { value }) => type({ yourName: value })} />
      </Field>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={!isSound || isBusy} onClick={() => void save()}>
          {isBusy ? 'Saving' : 'Save'}
        </Button>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    </section>
  );
}

/** The fields as typed. */
interface Fields {
  review: string;
  proof: string;
  payBy: string;
  yourName: string;
}

const fieldsOf = ({ reviewDays, proofDays, payBy, yourName }: PlanSettings): Fields => ({
  review: String(reviewDays),
  proof: String(proofDays),
  payBy: payBy ?? '',
  yourName,
});

const COUNT = 'Enter a whole number of days from 0 to 366.';

function countOf(text: string): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  return count <= 366 ? count : null;
}

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  field: { minWidth: 0, width: '100%', '& input': { minWidth: 0, fontVariantNumeric: 'tabular-nums' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
