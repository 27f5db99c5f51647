import { Button, Input, Label, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { compareMix, mixTrouble, type MixLine } from '../../../domain/balance/category-mix';
import type { Share } from '../../../domain/money/shares';
import { CATEGORIES } from '../../../rulebook/rules/requirements';
import type { PlanSettings } from '../../../storage/planning/settings-table';
import { Message } from '../../ui/message';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useUnsavedInput } from '../../ui/use-unsaved-input';
import { describePercent } from './shares';

interface MixCheckProps {
  /** The amount in each category now. */
  shares: readonly Share[];
}

/** A target mix of categories next to the plan's actual mix. It is optional and set by the user. */
export function MixCheck({ shares }: MixCheckProps) {
  const styles = useStyles();
  const { store } = usePlanner();
  const { settings } = useReading().read;
  const [typed, setTyped] = useUnsavedInput<Readonly<Record<string, string>>>('mix');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isOpen, setIsOpen] = useState(settings.mix.length > 0 || typed !== null);
  const saved = Object.fromEntries(settings.mix.map(({ category, share }) => [category, shownPercent(share)]));
  const fields = typed ?? saved;
  const names = [...new Set([...CATEGORIES_ONCE, ...settings.mix.map(({ category }) => category)])];
  const wrong = names.filter((name) => shareFrom(fields[name] ?? '') === 'wrong');
  const mix = names.flatMap((category) => {
    const share = shareFrom(fields[category] ?? '');
    return typeof share === 'number' ? [{ category, share }] : [];
  });
  const notWhole = wrong.length === 0 ? mixTrouble(mix) : null;
  const lines = compareMix(settings.mix, shares);

  const save = async (chosen: PlanSettings['mix']): Promise<void> => {
    setIsBusy(true);
    const saved = await store.save(
      { settings: { ...settings, mix: chosen } },
      chosen.length > 0 ? 'Saved the target mix.' : 'Removed the target mix.',
    );
    setIsBusy(false);
    setTrouble(saved.outcome === 'trouble' ? saved.sentence : null);
    if (saved.outcome === 'saved') setTyped(null);
  };

  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Compare with a target mix</summary>
      <div className={styles.fields}>
        {names.map((name) => (
          <MixField
            key={name}
            name={name}
            value={fields[name] ?? ''}
            isWrong={wrong.includes(name)}
            said={describeMix(
              shares.find((share) => share.name === name)?.share ?? 0,
              lines.find(({ category }) => category === name),
            )}
            onChange={(value) => setTyped({ ...fields, [name]: value })}
          />
        ))}
        {notWhole && <p className={styles.quiet}>{notWhole}</p>}
        <div className={styles.actions}>
          <Button
            size="small"
            disabledFocusable={typed === null || wrong.length > 0 || notWhole !== null || isBusy}
            onClick={() => void save(mix)}
          >
            Save target mix
          </Button>
          {settings.mix.length > 0 && (
            <Button size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void save([])}>
              Remove target mix
            </Button>
          )}
        </div>
      </div>
      {trouble && <Message intent="warning">{trouble}</Message>}
    </details>
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

/** Readiness and Skilling are one category under two names. */
const CATEGORIES_ONCE = CATEGORIES.filter((category) => category !== 'Partner Readiness');

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
      cursor: 'pointer',
      minHeight: '24px',
      alignContent: 'center',
      borderRadius: tokens.borderRadiusSmall,
      ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    },
  },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS, paddingTop: tokens.spacingVerticalXS },
  input: { maxWidth: '96px' },
  quiet: { ...typographyStyles.caption1, margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  wrong: { ...typographyStyles.caption1, margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorStatusDangerForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
