import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { isDay } from '../../../domain/calendar/day';
import { comparableId } from '../../../domain/earnings/partner-id';
import { MAX_PARTNER_NAME } from '../../../domain/earnings/partner-name';
import { partnersIn } from '../../../planner/partners/partners-in';
import type { PlanningChanges } from '../../../planner/store/planning-store';
import { LEVER_GROUPS } from '../../../rulebook/packs/lever-groups';
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

/** The settings of the plan, stored in the workbook: lead times for the last safe day, names and groups of Partner IDs, and the name for the history. */
export function SettingsForm({ isBusy, onSave, onClose, onRates }: SettingsFormProps) {
  const styles = useStyles();
  const { read } = useReading();
  const { settings, rates } = read;
  const partners = useMemo(() => partnersIn(read), [read]);
  const groupOf = (partnerId: string): string => read.partnerGroups.get(comparableId(partnerId)) ?? '';
  const [typed, setTyped] = useUnsavedInput<Partial<Fields>>('settings');
  const type = (change: Partial<Fields>): void => setTyped({ ...typed, ...change });
  // fields without input follow the sheet
  const { review, proof, payBy, yourName, names = {}, groups = {} } = { ...fieldsOf(settings), ...typed };
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
    const named = partners.flatMap(({ partnerId, partnerName = '' }) => {
      const wasIn = groupOf(partnerId);
      const [name, group] = [names[partnerId]?.trim() ?? partnerName, groups[partnerId]?.trim() ?? wasIn];
      return name === partnerName && group === wasIn ? [] : [{ partnerId, name, ...(group !== wasIn && { group }) }];
    });
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
        <PartnerFields
          partners={partners.map(({ partnerId, partnerName = '' }) => ({
            partnerId,
            name: names[partnerId] ?? partnerName,
            group: groups[partnerId] ?? groupOf(partnerId),
          }))}
          onName={(id, name) => type({ names: { ...names, [id]: name } })}
          onGroup={(id, group) => type({ groups: { ...groups, [id]: group } })}
        />
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
  /** As typed. */
  partners: readonly { partnerId: string; name: string; group: string }[];
  onName: (partnerId: string, name: string) => void;
  onGroup: (partnerId: string, group: string) => void;
}

/** The name and the group of each Partner ID of the workbook. */
function PartnerFields({ partners, onName, onGroup }: PartnerFieldsProps) {
  const styles = useStyles();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? partners : partners.slice(0, INITIAL_COUNT);
  return (
    <>
      <h3 className={styles.heading}>Partner IDs</h3>
      <p className={styles.quiet}>
        A name is shown next to its Partner ID everywhere. A group, such as &quot;{LEVER_GROUPS[1]}&quot;, says which rate applies where
        rates differ by country group, partner type, or tier; separate several by semicolons. You can also enter both in the table
        CoopPartners.
      </p>
      <datalist id="partner-groups">
        {LEVER_GROUPS.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      {shown.map(({ partnerId, name, group }) => (
        <div key={partnerId} className={styles.partner} role="group" aria-label={`Partner ID ${partnerId}`}>
          <Field label={partnerId} size="small">
            <Input
              className={styles.field}
              aria-label={`Name of Partner ID ${partnerId}`}
              placeholder="Name"
              maxLength={MAX_PARTNER_NAME}
              value={name}
              onChange={(_, { value }) => onName(partnerId, value)}
            />
          </Field>
          <Field label="Group" size="small">
            <Input
              className={styles.field}
              aria-label={`Group of Partner ID ${partnerId}`}
              list="partner-groups"
              maxLength={MAX_PARTNER_NAME}
              value={group}
              onChange={(_, { value }) => onGroup(partnerId, value)}
            />
          </Field>
        </div>
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
  /** By Partner ID. */
  groups?: Readonly<Record<string, string>>;
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
  partner: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
