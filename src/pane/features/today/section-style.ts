import { tokens } from '@fluentui/react-components';

/** The style of a section below the list. */
export const SECTION = {
  display: 'grid',
  gap: tokens.spacingVerticalS,
  gridTemplateColumns: 'minmax(0, 1fr)',
  paddingTop: tokens.spacingVerticalM,
  borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
} as const;
