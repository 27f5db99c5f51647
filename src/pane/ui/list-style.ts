import { tokens, typographyStyles } from '@fluentui/react-components';

/** A list whose items have no marks and follow each other with a gap. */
export const PLAIN_LIST = {
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: tokens.spacingVerticalS,
} as const;

/** A line of a list, whose words and amounts may come from the workbook. */
export const LINE = { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' } as const;

/** What is said about a line, in smaller type. */
export const QUIET_LINE = {
  ...typographyStyles.caption1,
  margin: 0,
  color: tokens.colorNeutralForeground2,
  fontVariantNumeric: 'tabular-nums',
  overflowWrap: 'anywhere',
} as const;
