import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ActivityStatus } from '../../../../domain/activities/activity';
import { activityStatusName } from '../../../../domain/activities/activity-status-name';
import { HAS_ROOM, IS_SHORT } from '../../../ui/pane-height';
import { pick, plural } from '../../../../domain/text/plural';

interface SaveBarProps {
  /** The number of findings that block it, and of warnings. */
  blocking: number;
  warnings: number;
  /** How many fields can't be read. */
  mistakes: number;
  status: ActivityStatus;
  isUnsaved: boolean;
  /** Whether nothing blocks it, and nothing is missing. */
  isSound: boolean;
  isBusy: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Save, and the resulting status. */
export function SaveBar(props: SaveBarProps) {
  const { mistakes, status, isUnsaved, isSound, isBusy, onSave, onDiscard } = props;
  const styles = useStyles();
  const isDraftOnly = !isSound && status !== 'draft' && status !== 'canceled';
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.said}>
        {summaryOf(props, isDraftOnly)}
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={isBusy || mistakes > 0} onClick={onSave}>
          {isBusy ? 'Saving' : isDraftOnly ? 'Save as draft' : 'Save'}
        </Button>
        {isUnsaved && (
          <Button disabledFocusable={isBusy} onClick={onDiscard}>
            Discard
          </Button>
        )}
      </div>
    </div>
  );
}

function summaryOf({ blocking, warnings, mistakes, status, isSound }: SaveBarProps, isDraftOnly: boolean): string {
  if (mistakes > 0) return `${plural(mistakes, 'field')} can't be read. Fix ${pick(mistakes, 'it', 'them')} to save.`;
  const draft = isDraftOnly ? ", so it's saved as a draft. No funds are reserved." : '.';
  if (blocking > 0 && isSound && status !== 'draft' && status !== 'canceled')
    return `Claims on its fund have closed. It stays ${activityStatusName(status).toLowerCase()}.`;
  if (blocking > 0) return `${plural(blocking, 'issue')} ${pick(blocking, 'blocks', 'block')} this activity${draft}`;
  if (!isSound) return `It isn't complete yet${draft}`;
  if (warnings > 0) return `Nothing blocks it. ${plural(warnings, 'warning')}.`;
  return 'No issues found.';
}

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [HAS_ROOM]: { position: 'sticky', bottom: 0, zIndex: 1 },
    // the sentence next to the buttons where both fit
    [IS_SHORT]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
      paddingTop: tokens.spacingVerticalXXS,
      paddingBottom: tokens.spacingVerticalXXS,
    },
  },
  said: { ...typographyStyles.caption1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
