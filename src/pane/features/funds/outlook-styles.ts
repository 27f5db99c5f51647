import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { SUMMARY } from '../../ui/summary-style';

/** How the forecasts of a fund look. */
export const useOutlookStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalXS, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  facts: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  number: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  fold: { ...typographyStyles.body1, '& summary': { ...SUMMARY } },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  table: {
    ...typographyStyles.caption1,
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
  },
  caption: { ...typographyStyles.caption1Strong, textAlign: 'left', overflowWrap: 'anywhere' },
  left: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  right: { textAlign: 'right', fontWeight: tokens.fontWeightRegular },
  narrow: { width: '60px' },
});
