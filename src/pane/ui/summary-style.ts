import { tokens } from '@fluentui/react-components';

/** The line that opens a fold, with room for a finger and a visible focus. */
export const SUMMARY = {
  cursor: 'pointer',
  minHeight: '24px',
  borderRadius: tokens.borderRadiusSmall,
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
} as const;
