import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LINE, PLAIN_LIST, QUIET_LINE } from '../../ui/list-style';
import { SUMMARY } from '../../ui/summary-style';

/** What the parts of the screen share. */
export const useProgramStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  heading: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  line: LINE,
  quiet: QUIET_LINE,
  list: { ...PLAIN_LIST, ':empty': { display: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  summary: { ...SUMMARY, ...typographyStyles.body1 },
  folded: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
    // in a narrow pane, a field is no wider than the pane
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Input, & .fui-Textarea, & .fui-Select': { minWidth: 0, width: '100%' },
    '& input, & textarea, & select': { minWidth: 0 },
  },
});
