import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Finding } from '../../domain/finding';
import { capitalized } from '../../domain/text/capitalized';
import { noBreak } from './no-break';

interface FindingLineProps {
  /** `missing` blocks only because it hasn't been entered yet. */
  level: Finding['level'] | 'missing';
  message: string;
  children?: ReactNode;
}

/** A finding in words, with an icon and a color in addition; its rule is below. */
export function FindingLine({ level, message, children }: FindingLineProps) {
  const styles = useStyles();
  const { Icon, word } = LOOK[level];
  return (
    <div className={mergeClasses(styles.line, styles[level])}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.said}>
        <span>
          <b>{word}</b> {noBreak(capitalized(message))}
        </span>
        {children}
      </div>
    </div>
  );
}

const LOOK = {
  missing: { Icon: EditRegular, word: 'To do:' },
  blocking: { Icon: ErrorCircleRegular, word: 'Blocked:' },
  warning: { Icon: WarningRegular, word: 'Warning:' },
  note: { Icon: InfoRegular, word: 'Note:' },
} as const;

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { flexShrink: 0, width: '16px', height: '16px' },
  said: { minWidth: 0, flexGrow: 1 },
  missing: { color: tokens.colorNeutralForeground2 },
  blocking: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  note: { color: tokens.colorNeutralForeground2 },
});
