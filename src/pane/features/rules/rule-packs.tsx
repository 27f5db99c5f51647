import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { addGuide, addPack, packsIn, removePack } from '../../../planner/rules/rule-packs';
import { guideAbout } from '../../../planner/rules/your-guide';
import type { OwnRules } from '../../../storage/rules/own-rules';
import { noBreak } from '../../ui/no-break';
import { usePlanner } from '../../ui/use-planner';
import { usePlanning } from '../../ui/use-planning';
import { useRuleChange } from './use-rule-change';

/** Rates that are reported for the years after the built-in ones, to use in this workbook or not. */
export function RulePacks({ ownRules, onChanged }: { ownRules: OwnRules | null; onChanged: () => void }) {
  const { workbook } = usePlanner();
  const styles = useStyles();
  const planning = usePlanning();
  const asOf = planning.step === 'read' ? planning.asOf : null;
  const { change, isBusy, notice } = useRuleChange(onChanged);
  return (
    <>
      <h3 className={styles.heading}>Reported rates</h3>
      <p className={styles.quiet}>
        Reported by distributors and partners, not verified. Your own rules come first, then these, then the built-in rules.
      </p>
      <ul className={styles.list}>
        {packsIn(ownRules).map(({ pack, count, isUsed }) => (
          <li key={pack.name} className={styles.pack}>
            <b>{pack.name}</b>
            <span className={styles.quiet}>
              {count}. {noBreak(pack.about)}
            </span>
            <Button
              size="small"
              className={styles.button}
              disabledFocusable={isBusy}
              aria-label={isUsed ? `Take out ${pack.name}` : `Use in this workbook: ${pack.name}`}
              onClick={() => void change(() => (isUsed ? removePack(workbook, pack) : addPack(workbook, pack)))}
            >
              {isUsed ? 'Take out' : 'Use in this workbook'}
            </Button>
          </li>
        ))}
      </ul>
      {asOf && (
        <>
          <h3 className={styles.heading}>Your guide</h3>
          <p className={styles.quiet}>{guideAbout(asOf)}</p>
          <Button
            size="small"
            className={styles.button}
            disabledFocusable={isBusy}
            onClick={() => void change(() => addGuide(workbook, asOf))}
          >
            Add rows to fill in
          </Button>
        </>
      )}
      {notice}
    </>
  );
}

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.body1, margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  pack: { display: 'grid', gap: tokens.spacingVerticalXXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  button: { justifySelf: 'start' },
});
