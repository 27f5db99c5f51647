import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ArgumentExplained, CallExplained } from '../../../explain/explanation';
import { FormulaText } from '../../ui/formula-text';
import { Message } from '../../ui/message';
import { ResultCells } from '../../ui/result-cells';
import { RuleCard } from '../../ui/rule-card';
import { noBreak } from '../../ui/no-break';
import { pick } from '../../../domain/text/plural';

interface CallSectionProps {
  call: CallExplained;
  /** Its place among several calls, the inner ones first. */
  order: { number: number; total: number } | null;
}

/** One COOP call: its result, its arguments, the steps and the rules. */
export function CallSection({ call, order }: CallSectionProps) {
  const styles = useStyles();
  const title = `call-${order?.number ?? 1}`;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {order && <span className={styles.order}>{`${order.number} of ${order.total} `}</span>}
        {call.name}
      </h3>
      {order && <FormulaText className={styles.text} formula={call.text} />}
      <Result call={call} />
      {call.arguments.length > 0 && <Arguments given={call.arguments} />}
      {call.steps.length > 0 && (
        <>
          <h4 className={styles.heading}>Steps</h4>
          <ol className={styles.steps}>
            {call.steps.map((step, i) => (
              <li key={i}>{noBreak(step)}</li>
            ))}
          </ol>
        </>
      )}
      {call.rules.length > 0 && (
        <>
          <h4 className={styles.heading}>{pick(call.rules.length, 'Rule', 'Rules')}</h4>
          {call.rules.map((rule) => (
            <RuleCard key={rule.id} rule={rule} />
          ))}
        </>
      )}
    </section>
  );
}

function Result({ call: { result } }: { call: CallExplained }) {
  switch (result.kind) {
    case 'cells':
      return <ResultCells cells={result.cells} />;
    case 'problem':
      return (
        <Message intent="error" title={result.error}>
          {result.sentence}
        </Message>
      );
    case 'unknown':
      return <Message>{result.why}</Message>;
    case 'unused':
      return <Message>Not used: the formula took another branch.</Message>;
  }
}

function Arguments({ given }: { given: readonly ArgumentExplained[] }) {
  const styles = useStyles();
  const written = given.filter(({ text }) => text !== '');
  const leftOut = given.filter(({ text }) => text === '');
  return (
    <>
      <h4 className={styles.heading}>Arguments</h4>
      {written.length > 0 && (
        <dl className={styles.arguments}>
          {written.map((argument) => (
            <div key={argument.name} className={styles.argument}>
              <dt className={styles.argumentName}>{argument.name}</dt>
              <dd className={styles.argumentValue}>
                <FormulaText className={styles.code} formula={argument.text} />
                {argument.value !== undefined && <span> is {argument.value}</span>}
                {argument.read !== undefined && <span>, read as {argument.read}</span>}
                {argument.unknown !== undefined && <span>: {argument.unknown}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {leftOut.length > 0 && (
        <p className={styles.leftOut}>
          Omitted: {leftOut.map(({ name, read }) => (read !== undefined && read !== 'left out' ? `${name} (${read})` : name)).join(', ')}.
        </p>
      )}
    </>
  );
}

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  order: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  text: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  heading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalXS} 0 0` },
  steps: {
    ...typographyStyles.body1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  arguments: { ...typographyStyles.body1, margin: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  argument: {
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, 1fr) 3fr',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 240px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  argumentName: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  argumentValue: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  leftOut: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});
