import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { SUMMARY } from '../../ui/summary-style';

/** A folded table that scrolls sideways in a narrow pane. */
export const useTableStyles = makeStyles({
  details: {
    ...typographyStyles.body1,
    '& summary': {
      ...SUMMARY,
      alignContent: 'center',
    },
  },
  quiet: { ...typographyStyles.caption1, margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground2 },
  frame: { overflowX: 'auto', ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } },
  table: {
    ...typographyStyles.caption1,
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'normal',
    '& tbody th': { overflowWrap: 'anywhere', minWidth: '64px' },
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& td': { whiteSpace: 'nowrap' },
    '& th, & td': {
      padding: `${tokens.spacingHorizontalXS} 0`,
      verticalAlign: 'top',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    },
    '& td, & thead th:not(:first-child)': { textAlign: 'right', paddingLeft: tokens.spacingHorizontalS },
  },
});
