import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** The frame around one item of a list, such as a rule. */
export function Card({ children }: { children: ReactNode }) {
  return <article className={useStyles().card}>{children}</article>;
}

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
});
