import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LINE, PLAIN_LIST, QUIET_LINE } from '../../ui/list-style';

/** A screen that Plan opens over its list: a heading that takes the focus, sentences, and a list of cards. */
export const useScreenStyles = makeStyles({
  frame: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: {
    ...typographyStyles.subtitle2,
    margin: 0,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  line: LINE,
  quiet: QUIET_LINE,
  list: { ...PLAIN_LIST, ':empty': { display: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
