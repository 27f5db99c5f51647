import { Button, Input, Label, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { compareMix, mixTrouble, type MixLine, type MixShare } from '../../../domain/balance/target-mix';
import { formatUsd } from '../../../domain/money/money';
import type { Share } from '../../../domain/money/shares';
import { isSameArea } from '../../../domain/balance/solution-areas';
import { mixesOf, type MixKind } from '../../../planner/activities/mix-session';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useUnsavedInput } from '../../ui/use-unsaved-input';
import { describePercent } from './shares';
import { SUMMARY } from '../../ui/summary-style';

interface MixCheckProps extends MixKind {
  /** The amount of each now. */
  shares: readonly Share[];
  /** The names that have a field even without a target. */
  names: readonly string[];
  /** The name of money that no target can be for. */
  without?: string;
  /** Whether other names may be added. */
  canAdd?: boolean;
}

/** A target mix next to the plan's actual mix. It is optional and set by the user. */
export function MixCheck({ kind, setting, shares, names: offered, without, canAdd = false }: MixCheckProps) {
  const styles = useStyles();
  const session = usePlanner().session(mixesOf);
  const { isBusy } = useObservable(session);
  const { settings } = useReading().read;
  const target = settings[setting];
  const [typed, setTyped] = useUnsavedInput<Readonly<Record<string, string>>>(setting);
  const [isOpen, setIsOpen] = useState(target.length > 0 || typed !== null);
  const saved = Object.fromEntries(target.map(({ name, share }) => [name, shownPercent(share)]));
  const fields = typed ?? saved;
  const names = [...new Set([...offered, ...target.map(({ name }) => name), ...Object.keys(fields)])];
  const wrong = names.filter((name) => shareFrom(fields[name] ?? '') === 'wrong');
  const mix = names.flatMap((name) => {
    const share = shareFrom(fields[name] ?? '');
    return typeof share === 'number' ? [{ name, share }] : [];
  });
  const notWhole = wrong.length === 0 ? mixTrouble(mix) : null;
  const lines = compareMix(target, shares);
  const unattributable = shares.find(({ name }) => name === without);

  const save = async (chosen: readonly MixShare[]): Promise<void> => {
    if (await session.save({ setting, kind }, chosen)) setTyped(null);
  };

  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Target mix by {kind}</summary>
      <div className={styles.fields}>
        {names.map((name) => (
          <MixField
            key={name}
            name={name}
            value={fields[name] ?? ''}
            isWrong={wrong.includes(name)}
            said={describeMix(
              shares.find((share) => share.name === name)?.share ?? 0,
              lines.find((line) => line.name === name),
            )}
            onChange={(value) => setTyped({ ...fields, [name]: value })}
          />
        ))}
        {unattributable && (
          <p className={styles.quiet}>
            {unattributable.name}: {describePercent(unattributable.share)} now, {formatUsd(unattributable.amount)}, of activities without a{' '}
            {kind}.
          </p>
        )}
        {canAdd && (
          <AddName kind={kind} onAdd={(name) => setTyped({ ...fields, [names.find((known) => isSameArea(known, name)) ?? name]: '' })} />
        )}
        {notWhole && <p className={styles.quiet}>{notWhole}</p>}
        <div className={styles.actions}>
          <Button
            size="small"
            aria-label={`Save target mix by ${kind}`}
            disabledFocusable={typed === null || wrong.length > 0 || notWhole !== null || isBusy}
            onClick={() => void save(mix)}
          >
            Save target mix
          </Button>
          {target.length > 0 && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={`Remove target mix by ${kind}`}
              disabledFocusable={isBusy}
              onClick={() => void save([])}
            >
              Remove target mix
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

/** A field for a name that isn't in the list yet. */
function AddName({ kind, onAdd }: { kind: string; onAdd: (name: string) => void }) {
  const styles = useStyles();
  const [name, setName] = useState('');
  const id = useId();
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onAdd(name.trim());
        setName('');
      }}
    >
      <Label htmlFor={id} size="small">
        Another {kind}
      </Label>
      <div className={styles.actions}>
        <Input id={id} size="small" className={styles.name} value={name} onChange={(_, { value }) => setName(value)} />
        <Button size="small" type="submit">
          Add
        </Button>
      </div>
    </form>
  );
}

interface MixFieldProps {
  name: string;
  value: string;
  isWrong: boolean;
  said: string;
  onChange: (value: string) => void;
}

function MixField({ name, value, isWrong, said, onChange }: MixFieldProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <Label htmlFor={id} size="small">
        {name}
      </Label>
      <Input
        id={id}
        size="small"
        className={styles.input}
        value={value}
        contentAfter="%"
        inputMode="decimal"
        aria-invalid={isWrong}
        aria-describedby={`${id}-said`}
        onChange={(_, data) => onChange(data.value)}
      />
      <p id={`${id}-said`} className={isWrong ? styles.wrong : styles.quiet}>
        {isWrong ? 'Enter a percentage from 0 to 100.' : said}
      </p>
    </>
  );
}

const shownPercent = (share: number): string => String(Number((share * 100).toPrecision(12)));

/** A typed percentage as a share; null if blank. */
function shareFrom(typed: string): number | null | 'wrong' {
  const text = typed.trim().replace(/\s*%$/, '');
  if (text === '') return null;
  return /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100 ? Number((Number(text) / 100).toPrecision(12)) : 'wrong';
}

function describeMix(share: number, line: MixLine | undefined): string {
  if (!line) return `${describePercent(share)} now.`;
  return line.finding?.message ?? `${describePercent(share)} now, on target.`;
}

const useStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    '& summary': {
      ...SUMMARY,
      alignContent: 'center',
    },
  },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS, paddingTop: tokens.spacingVerticalXS },
  input: { maxWidth: '96px' },
  adding: { display: 'grid', gap: tokens.spacingVerticalXXS, marginBottom: tokens.spacingVerticalXS },
  name: { minWidth: 0, flexGrow: 1, maxWidth: '240px', '& input': { minWidth: 0 } },
  quiet: { ...typographyStyles.caption1, margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  wrong: { ...typographyStyles.caption1, margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorStatusDangerForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
