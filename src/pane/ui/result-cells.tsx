import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { noBreak } from './no-break';
import { plural } from '../../domain/text/plural';

/** A result as the cells it fills. */
export function ResultCells({ cells, label = 'Result' }: { cells: readonly (readonly string[])[]; label?: string }) {
  const styles = useStyles();
  const shown = cells.slice(0, MAX_ROWS);
  if (cells.length === 1 && cells[0]!.length === 1) {
    return (
      <p className={styles.single}>
        <span aria-hidden="true">→ </span>
        <span className={styles.hidden}>{label}: </span>
        <output className={mergeClasses(styles.value, (cells[0]![0] ?? '').length > LONG_TEXT && styles.text)}>
          {noBreak(cells[0]![0] || 'blank')}
        </output>
      </p>
    );
  }
  return (
    <div className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      <table className={mergeClasses(styles.table, cells.length === 1 && styles.strong)}>
        <tbody>
          {shown.map((row, r) => (
            <tr key={r}>
              {row.map((cell, c) => (
                <td key={c} className={mergeClasses(styles.cell, isNumber(cell) && styles.number)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > shown.length && <p className={styles.rest}>and {plural(cells.length - shown.length, 'more row')}</p>}
    </div>
  );
}

const MAX_ROWS = 12;
/** A longer text is shown as a sentence rather than as a figure. */
const LONG_TEXT = 40;
const isNumber = (text: string): boolean => /^-?[\d.]+$/.test(text);

const useStyles = makeStyles({
  single: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  value: {
    ...typographyStyles.body1Strong,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  text: { fontWeight: tokens.fontWeightRegular },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  frame: {
    overflowX: 'auto',
    width: 'fit-content',
    maxWidth: '100%',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', ...typographyStyles.caption1 },
  strong: typographyStyles.body1Strong,
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  number: { textAlign: 'right' },
  rest: { ...typographyStyles.caption1, margin: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
});
