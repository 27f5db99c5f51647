import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { programRows, type ProgramRows } from '../../../planner/program/program-rows';
import { programOf } from '../../../planner/program/program-session';
import { ActionResult } from '../../ui/action-result';
import { AsOfField } from '../../ui/as-of-field';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useReading } from '../../ui/use-planning';
import { useRequestedPlace } from '../../ui/use-requested-place';
import { useUnsavedInput } from '../../ui/use-unsaved-input';
import { WhenRead } from '../../ui/when-read';
import { CporPart, FundingPart } from './customer-claims-parts';
import { EligibilityPart } from './eligibility-part';
import { useProgramStyles } from './program-styles';
import { ReadinessPart } from './readiness-part';

/** The program's side: who may earn, who is ready to be paid, and the claims that aren't co-op. */
export function ProgramScreen() {
  return <WhenRead>{() => <Program />}</WhenRead>;
}

const PARTS = ['eligibility', 'readiness', 'CPOR', 'funding'] as const;
type Part = (typeof PARTS)[number];

function Program() {
  const styles = useProgramStyles();
  const look = useStyles();
  const planner = usePlanner();
  const session = planner.session(programOf);
  const work = useObservable(session);
  const { read } = useReading();
  const rows = useMemo(() => programRows(read.program), [read.program]);
  const [chosen, setChosen] = useUnsavedInput<Part>('program part');
  const asked = useRequestedPlace('program');
  useEffect(() => {
    if (asked === null) return;
    setChosen(partWith(rows, asked.id));
    planner.navigation.opened();
  }, [asked, rows, planner, setChosen]);
  const part = chosen ?? 'eligibility';
  return (
    <div className={styles.stack}>
      <AsOfField />
      <TabList
        size="small"
        className={look.parts}
        selectedValue={part}
        onTabSelect={(_, { value }) => setChosen(value as Part)}
        aria-label="Program"
      >
        {PARTS.map((name) => (
          <Tab key={name} value={name} id={`program-${name}`} aria-controls="program-part">
            {TITLES[name]}
          </Tab>
        ))}
      </TabList>
      <ActionResult
        notice={work.notice}
        isBusy={work.isBusy}
        onUndo={(step) => void session.undo(step)}
        onDismiss={session.dismiss}
        takeTheirs={() => null}
      />
      {rows.troubles.map((sentence) => (
        <Message key={sentence} intent="warning">
          {sentence}
        </Message>
      ))}
      <div id="program-part" role="tabpanel" aria-labelledby={`program-${part}`} className={styles.stack}>
        <h2 className={styles.title}>{HEADINGS[part]}</h2>
        {part === 'eligibility' && <EligibilityPart rows={rows} />}
        {part === 'readiness' && <ReadinessPart rows={rows} />}
        {part === 'CPOR' && <CporPart rows={rows} />}
        {part === 'funding' && <FundingPart rows={rows} />}
      </div>
    </div>
  );
}

const TITLES: Record<Part, string> = { eligibility: 'Eligibility', readiness: 'Readiness', CPOR: 'CPOR', funding: 'Funding' };
const HEADINGS: Record<Part, string> = {
  eligibility: 'Who may earn',
  readiness: 'Ready to earn and to be paid',
  CPOR: 'Claiming partner of record',
  funding: 'Partner-led funding',
};

/** The part that has a row, by its ID. */
function partWith({ readiness, cpor, funding }: ProgramRows, id: string | undefined): Part {
  const has = (rows: readonly { base: { id: string } }[]): boolean =>
    id !== undefined && id !== '' && rows.some(({ base }) => base.id === id);
  return has(readiness) ? 'readiness' : has(cpor) ? 'CPOR' : has(funding) ? 'funding' : 'eligibility';
}

const useStyles = makeStyles({
  parts: { marginTop: '-8px', marginLeft: '-8px', flexWrap: 'wrap' },
});
