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
  folded: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalXS },
});
