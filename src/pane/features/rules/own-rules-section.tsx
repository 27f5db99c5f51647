import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OwnRules } from '../../../storage/rules/own-rules';
import { toExcelError } from '../../../storage/excel-error';
import { Message } from '../../ui/message';
import { checkRules } from '../../../planner/rules/rule-packs';
import { RuleForms } from './rule-forms';
import { RulePacks } from './rule-packs';
import { RuleRows } from './rule-rows';
import { RulesFile } from './rules-file';
import { useRuleChange } from './use-rule-change';
import { usePlanner } from '../../ui/use-planner';

type State = { step: 'reading' } | { step: 'read'; ownRules: OwnRules | null } | { step: 'trouble'; sentence: string };

/** The workbook's own rules, and how to add more. */
export function OwnRulesSection() {
  const { workbook } = usePlanner();
  const styles = useStyles();
  const [state, setState] = useState<State>({ step: 'reading' });
  const [version, setVersion] = useState(0);
  const { change, isBusy, notice } = useRuleChange(() => setVersion((was) => was + 1));
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      try {
        const ownRules = await workbook.ownRules();
        if (!gone) setState({ step: 'read', ownRules });
      } catch (error) {
        if (!gone) setState({ step: 'trouble', sentence: toExcelError(error).message });
      }
    };
    void read();
    return () => {
      gone = true;
    };
  }, [workbook, version]);

  const act = async (verb: () => Promise<void>): Promise<void> => {
    try {
      await verb();
      setVersion((was) => was + 1);
    } catch (error) {
      setState({ step: 'trouble', sentence: toExcelError(error).message });
    }
  };

  return (
    <section className={styles.section} aria-labelledby="own-rules">
      <h2 id="own-rules" className={styles.title}>
        This workbook's own rules
      </h2>
      {state.step === 'trouble' && (
        <Message intent="warning" actions={<Button onClick={() => setVersion((was) => was + 1)}>Try again</Button>}>
          {state.sentence}
        </Message>
      )}
      {state.step === 'read' && state.ownRules === null && (
        <>
          <p className={styles.quiet}>
            None. Add newer rates, splits, thresholds, activities, caps, or deadlines in a table. A rule there replaces the built-in one
            from its first day.
          </p>
          <Button className={styles.button} onClick={() => void act(() => workbook.addRulesTable())}>
            Add a rules table
          </Button>
        </>
      )}
      {state.step === 'read' && state.ownRules !== null && (
        <>
          <RuleRows {...state.ownRules} />
          <div className={styles.actions}>
            <Button onClick={() => void act(() => workbook.showRulesTable())}>Show the table</Button>
            <Button disabledFocusable={isBusy} onClick={() => void change(() => checkRules(workbook))}>
              Check in the sheet
            </Button>
            <Button appearance="subtle" onClick={() => setVersion((was) => was + 1)}>
              Refresh
            </Button>
          </div>
          {notice}
        </>
      )}
      {state.step === 'read' && <RuleForms />}
      {state.step === 'read' && <RulesFile hasTable={state.ownRules !== null} onChanged={() => setVersion((was) => was + 1)} />}
      {state.step === 'read' && <RulePacks ownRules={state.ownRules} onChanged={() => setVersion((was) => was + 1)} />}
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  button: { justifySelf: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
