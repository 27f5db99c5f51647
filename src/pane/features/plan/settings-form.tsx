import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { isDay } from '../../../domain/calendar/day';
import { MAX_PARTNER_NAME, type Partner } from '../../../domain/earnings/partner-name';
import { partnersIn } from '../../../planner/partners/partners-in';
import type { PlanningChanges } from '../../../planner/store/planning-store';
import type { PlanSettings } from '../../../storage/planning/settings-table';
import { useReading } from '../../ui/use-planning';
import { useUnsavedInput } from '../../ui/use-unsaved-input';
import { fault } from '../../ui/fault';
import { plural } from '../../../domain/text/plural';
import { DayInput } from '../../ui/day-input';

interface SettingsFormProps {
  isBusy: boolean;
  /** Whether they were saved. */
  onSave: (changes: Pick<PlanningChanges, 'settings' | 'partners'>) => Promise<boolean>;
  onClose: () => void;
  onRates: () => void;
}

/** The settings of the plan, stored in the workbook: lead times for the last safe day, names of Partner IDs, and the name for the history. */
export function SettingsForm({ isBusy, onSave, onClose, onRates }: SettingsFormProps) {
  const styles = useStyles();
  const { read } = useReading();
  const { settings, rates } = read;
  const partners = useMemo(() => partnersIn(read), [read]);
  const [typed, setTyped] = useUnsavedInput<Partial<Fields>>('settings');
  const type = (change: Partial<Fields>): void => setTyped({ ...typed, ...change });
  // fields without input follow the sheet
  const { review, proof, payBy, yourName, names = {} } = { ...fieldsOf(settings), ...typed };
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
    const named = partners
      .map(({ partnerId, partnerName = '' }) => ({ partnerId, was: partnerName, name: names[partnerId]?.trim() ?? partnerName }))
      .filter(({ name, was }) => name !== was)
      .map(({ partnerId, name }) => ({ partnerId, name }));
    const isOther = JSON.stringify(now) !== JSON.stringify(settings);
    const changes = { ...((isOther || named.length === 0) && { settings: now }), ...(named.length > 0 && { partners: named }) };
    if (await onSave(changes)) setTyped(null);
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
      <p className={styles.quiet}>They're saved in this workbook, in the tables CoopSettings and CoopPartners.</p>
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
      {partners.length > 0 && (
        <PartnerFields partners={partners} names={names} onType={(id, name) => type({ names: { ...names, [id]: name } })} />
      )}
      <h3 className={styles.heading}>Exchange rates</h3>
      <p className={styles.quiet}>
        {rates.length === 0 ? 'None yet.' : `${plural(rates.length, 'rate')}.`} Activities in other currencies use them.
      </p>
      <div>
        <Button size="small" onClick={onRates}>
          {rates.length === 0 ? 'Add exchange rates' : 'Show exchange rates'}
        </Button>
      </div>
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

interface PartnerFieldsProps {
  partners: readonly Partner[];
  /** As typed, by Partner ID. */
  names: Readonly<Record<string, string>>;
  onType: (partnerId: string, name: string) => void;
}

/** The name of each Partner ID of the workbook. */
function PartnerFields({ partners, names, onType }: PartnerFieldsProps) {
  const styles = useStyles();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? partners : partners.slice(0, INITIAL_COUNT);
  return (
    <>
      <h3 className={styles.heading}>Names of Partner IDs</h3>
      <p className={styles.quiet}>A name is shown next to its Partner ID everywhere. You can also enter it in the table CoopPartners.</p>
      {shown.map(({ partnerId, partnerName = '' }) => (
        <Field key={partnerId} label={partnerId} size="small">
          <Input
            className={styles.field}
            aria-label={`Name of Partner ID ${partnerId}`}
            maxLength={MAX_PARTNER_NAME}
            value={names[partnerId] ?? partnerName}
            onChange={(_, { value }) => onType(partnerId, value)}
          />
        </Field>
      ))}
      {partners.length > shown.length && (
        <div>
          <Button size="small" onClick={() => setIsWhole(true)}>
            Show all {partners.length}
          </Button>
        </div>
      )}
    </>
  );
}

/** The fields as typed. */
interface Fields {
  review: string;
  proof: string;
  payBy: string;
  yourName: string;
  /** By Partner ID. */
  names?: Readonly<Record<string, string>>;
}

const fieldsOf = ({ reviewDays, proofDays, payBy, yourName }: PlanSettings): Fields => ({
  review: String(reviewDays),
  proof: String(proofDays),
  payBy: payBy ?? '',
  yourName,
});

/** More would push the settings below out of sight. */
const INITIAL_COUNT = 12;

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
