import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LINE, PLAIN_LIST, QUIET_LINE } from '../../ui/list-style';
import { SUMMARY } from '../../ui/summary-style';

const focus = { ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` } };

/** In forced colors, links have no color of their own to set them apart from text. */
const underlined = { '@media (forced-colors: active)': { textDecorationLine: 'underline' } } as const;

/** How the parts of a claim look in a narrow pane. */
export const useClaimStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  close: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalS },
  badge: { flexShrink: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  ends: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(120px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  withButton: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  // level with the field, below its label
  besideField: { alignSelf: 'start', paddingTop: '22px' },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere', borderRadius: tokens.borderRadiusSmall, ...focus },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: LINE,
  quiet: QUIET_LINE,
  urgent: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorStatusDangerForeground3, fontVariantNumeric: 'tabular-nums' },
  list: {
    ...typographyStyles.body1,
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    listStyleType: 'disc',
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  quietList: {
    ...typographyStyles.caption1,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  quietLink: { ...typographyStyles.caption1, textAlign: 'left', overflowWrap: 'anywhere', ...underlined },
  plain: PLAIN_LIST,
  field: { minWidth: 0, width: '100%', '& input': { minWidth: 0 }, '& select': { minWidth: 0 } },
  number: { minWidth: 0, width: '100%', '& input': { minWidth: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  facts: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(84px, 1fr) auto',
    gap: `2px ${tokens.spacingHorizontalS}`,
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
  fold: {
    '& summary': {
      ...SUMMARY,
      ...typographyStyles.caption1,
      alignContent: 'center',
      color: tokens.colorNeutralForeground2,
    },
  },
  link: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', ...underlined },
  status: { ':empty': { display: 'none' }, display: 'grid', gap: tokens.spacingVerticalS },
  text: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: tokens.spacingHorizontalS,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    ...focus,
  },
});
