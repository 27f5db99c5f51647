import { makeStyles, mergeClasses, Spinner, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { PinFilled, PinRegular } from '@fluentui/react-icons/svg/pin';
import { useState } from 'react';
import { FormulaText } from '../../ui/formula-text';
import { Message } from '../../ui/message';
import { noBreak } from '../../ui/no-break';
import { CallSection } from './call-section';
import { useExplanation } from './use-explanation';

/** The selected cell's COOP formula taken apart: arguments, steps, rules and their sources. */
export function ExplainScreen() {
  const styles = useStyles();
  const [pinned, setPinned] = useState(false);
  const { explanation, evidence, trouble } = useExplanation(pinned);
  const cell = explanation?.cell;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.cell} role="status">
          <h2 className={styles.address}>{cell ? `${cell.sheet} ${cell.address}` : 'Selected cell'}</h2>
          {cell && (
            <p className={mergeClasses(styles.shows, styles.first)}>
              {cell.text === '' ? (
                'shows nothing'
              ) : (
                <>
                  shows <b>{noBreak(cell.text)}</b>
                </>
              )}
            </p>
          )}
          {cell?.partShown && <p className={styles.shows}>{cell.partShown} shows a part of its result</p>}
        </div>
        <ToggleButton
          size="small"
          checked={pinned}
          disabledFocusable={!cell}
          icon={pinned ? <PinFilled /> : <PinRegular />}
          onClick={() => setPinned(!pinned)}
        >
          {pinned ? 'Pinned' : 'Pin'}
        </ToggleButton>
      </div>
      {trouble && <Message intent="warning">{trouble}</Message>}
      {!explanation && !trouble && <Spinner size="small" label="Reading the selected cell" />}
      {explanation?.nothing !== undefined && <Message>{explanation.nothing}</Message>}
      {explanation && explanation.calls.length > 0 && (
        <>
          {cell!.formula !== '' && <FormulaText className={styles.formula} formula={cell!.formula} />}
          {explanation.remarks.map((remark) => (
            <Message key={remark} intent="warning">
              {remark}
            </Message>
          ))}
          {evidence.length > 0 && (
            <section className={styles.evidence} aria-labelledby="evidence">
              <h3 id="evidence" className={styles.heading}>
                Source rows
              </h3>
              {evidence.map((sentence) => (
                <p key={sentence} className={styles.line}>
                  {noBreak(sentence)}
                </p>
              ))}
            </section>
          )}
          {explanation.calls.map((call, i) => (
            <CallSection
              key={call.text}
              call={call}
              order={explanation.calls.length > 1 ? { number: i + 1, total: explanation.calls.length } : null}
            />
          ))}
        </>
      )}
      {explanation?.confirmed && <p className={styles.hint}>{noBreak(explanation.confirmed)}</p>}
      <p className={styles.hint}>{pinned ? 'Pinned: stays while you select other cells.' : 'Follows the cell you select.'}</p>
    </>
  );
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'start',
    '@media (max-width: 240px)': { flexWrap: 'wrap' },
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  cell: { minWidth: 0 },
  address: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  shows: {
    ...typographyStyles.body1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  // a sentence is in full below, as the result
  first: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' },
  formula: {
    ...typographyStyles.body1,
    fontFamily: tokens.fontFamilyMonospace,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    // visible only in contrast themes, which remove backgrounds
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  evidence: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
