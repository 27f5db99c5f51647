import { Button, Field, Input, Link, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { copyText } from '../../ui/copy';
import { Message } from '../../ui/message';
import { FormulaText } from '../../ui/formula-text';
import { hasFunctions } from '../../ui/has-functions';
import { ResultCells } from '../../ui/result-cells';
import { InsertOutcome } from './insert-outcome';
import { useInsert } from './use-insert';
import { ALL, offersAll, warnOfAll } from '../../../planner/functions/all-together';
import { withRateDate } from '../../../planner/functions/rate-date';
import { fillFrom, writeFormula, type Filled, type FunctionEntry } from '../../../planner/functions/write-formula';
import { plural } from '../../../domain/text/plural';
import { SUMMARY } from '../../ui/summary-style';

/** Loaded separately: it runs the functions, which the list doesn't need. */
const Preview = lazy(async () => ({ default: (await import(/* webpackChunkName: "preview" */ './preview')).Preview }));

/** One function: its arguments to fill in, their result, and Insert. It starts with the first worked example. */
export function FunctionForm({ entry }: { entry: FunctionEntry }) {
  const styles = useStyles();
  const [filled, setFilled] = useState<Filled>(() => firstOf(entry));
  const [copied, setCopied] = useState('');
  const { state, insert, clear } = useInsert();
  const formula = writeFormula(entry, filled);
  const fill = (next: Filled): void => {
    setFilled(next);
    setCopied('');
    clear();
  };
  const warning = warnOfAll(entry, filled);
  const missing = entry.parameters.find(({ name, optional }) => !optional && !filled[name]?.trim());
  const required = entry.parameters.filter(({ optional }) => !optional);
  const optional = entry.parameters.filter((parameter) => parameter.optional);
  const field = ({ name, optional: mayBeLeftOut, description, choices }: FunctionEntry['parameters'][number]) => (
    <Field key={name} label={mayBeLeftOut ? `${name} (optional)` : name} hint={description} size="small">
      {choices ? (
        <Select className={styles.field} value={filled[name] ?? ''} onChange={(_, { value }) => fill({ ...filled, [name]: value })}>
          <option value="">Omitted</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.value}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          className={styles.field}
          value={filled[name] ?? ''}
          onChange={(_, { value }) => fill({ ...filled, [name]: value })}
          contentAfter={
            offersAll({ description, choices }) ? (
              <Button size="small" appearance="subtle" aria-label={`${name}: ${ALL}`} onClick={() => fill({ ...filled, [name]: ALL })}>
                {ALL}
              </Button>
            ) : undefined
          }
        />
      )}
    </Field>
  );
  return (
    <div className={styles.form}>
      <p className={styles.summary}>{entry.summary}</p>
      {required.map(field)}
      {optional.length > 0 && (
        <details className={styles.more} open={optional.some(({ name }) => filled[name])}>
          <summary>{plural(optional.length, 'optional argument')}</summary>
          <div className={styles.fields}>{optional.map(field)}</div>
        </details>
      )}
      <div className={styles.formula} aria-label="Formula" role="group">
        <FormulaText className={styles.code} formula={formula} />
        {missing ? (
          <p className={styles.quiet}>Enter {missing.name}, or a cell that contains it, such as B2.</p>
        ) : (
          <Suspense>
            <Preview formula={formula} />
          </Suspense>
        )}
        {warning && <Message intent="warning">{warning}</Message>}
      </div>
      <div className={styles.actions}>
        {hasFunctions() && (
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={!!missing || state.step === 'working'}
            onClick={() => void insert(entry, formula)}
          >
            Insert
          </Button>
        )}
        <Button
          className={styles.button}
          onClick={async () =>
            setCopied((await copyText(formula)) ? 'Copied.' : "The browser doesn't allow copying. Select the formula and copy it.")
          }
        >
          Copy
        </Button>
        <Link href={entry.helpPath} target="_blank" className={styles.help}>
          Help page
        </Link>
      </div>
      <div role="status" className={styles.status}>
        {copied && <p className={styles.quiet}>{copied}</p>}
        <InsertOutcome state={state} onReplace={() => void insert(entry, formula, true)} onKeep={clear} />
      </div>
      {entry.examples.length > 0 && (
        <section aria-label={`Examples of ${entry.name}`} className={styles.examples}>
          <h4 className={styles.heading}>Worked examples</h4>
          {entry.examples.map((example) => {
            const filling = fillFrom(entry, example.formula);
            return (
              <div key={example.formula} className={styles.example}>
                <FormulaText className={styles.code} formula={example.formula} />
                <div className={styles.gives}>
                  <ResultCells cells={example.gives} />
                  {filling && (
                    <Button
                      size="small"
                      className={styles.use}
                      aria-label={`Use the example ${example.formula}`}
                      onClick={() => fill(filling)}
                    >
                      Use
                    </Button>
                  )}
                </div>
                {example.note && <p className={styles.quiet}>{example.note}</p>}
              </div>
            );
          })}
        </section>
      )}
    </div>
  );
}

function firstOf(entry: FunctionEntry): Filled {
  for (const { formula } of entry.examples) {
    const filling = fillFrom(entry, formula);
    if (filling) return withRateDate(entry, filling);
  }
  return {};
}

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  summary: { ...typographyStyles.body1, margin: 0 },
  field: { minWidth: 0, width: '100%' },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  more: {
    '& summary': {
      ...SUMMARY,
      ...typographyStyles.body1,
    },
  },
  formula: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    // visible only in contrast themes, which remove backgrounds
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    minWidth: 0,
  },
  code: { ...typographyStyles.body1, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  button: { minWidth: '80px' },
  help: { marginLeft: 'auto' },
  status: { ':empty': { display: 'none' }, display: 'grid', gap: tokens.spacingVerticalS },
  examples: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  example: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  gives: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  use: { minWidth: 'auto', flexShrink: 0 },
});
