import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { SECTION } from '../section-style';

/** The styles of the sections on what leaves the workbook. */
export const useTakeAwayStyles = makeStyles({
  section: SECTION,
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});
