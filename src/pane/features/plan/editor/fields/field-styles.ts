import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { SUMMARY } from '../../../../ui/summary-style';

/** The layout of the editor's fields in a narrow pane. */
export const useFieldStyles = makeStyles({
  field: { minWidth: 0, width: '100%', '& input': { minWidth: 0 }, '& select': { minWidth: 0 } },
  number: { minWidth: 0, width: '100%', '& input': { minWidth: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(124px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  fold: {
    '& summary': {
      ...SUMMARY,
      ...typographyStyles.body1,
      alignContent: 'center',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  folded: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalXS },
  list: { ...typographyStyles.caption1, margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});
