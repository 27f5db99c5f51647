import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Day } from '../../../domain/calendar/day';
import type { Written } from '../../../storage/funds/write-report';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { ChangesList } from './changes-list';
import { ChooseReport } from './choose-report';
import { ImportPreview } from './import-preview';
import type { ImportSession, ImportState } from '../../../planner/funds/import-session';
import { ReadingProgress } from './reading-progress';

/** Brings an earnings report into the workbook: choose, look, write, take back. */
export function ImportScreen({ session, asOf, onDone }: { session: ImportSession; asOf: Day; onDone: () => void }) {
  const state = useObservable(session);
  switch (state.step) {
    case 'choosing':
      return <ChooseReport session={session} trouble={state.trouble} />;
    case 'reading':
      return <ReadingProgress session={session} names={state.names} progress={state.progress} />;
    case 'preview':
      return <ImportPreview session={session} asOf={asOf} {...state} />;
    case 'written':
      return <ImportWritten session={session} state={state} onDone={onDone} />;
    case 'taken back':
      return (
        <Message intent="success" actions={<Button onClick={onDone}>Back to funds</Button>}>
          The workbook is as it was before the report.
        </Message>
      );
  }
}

function ImportWritten({
  session,
  state,
  onDone,
}: {
  session: ImportSession;
  state: Extract<ImportState, { step: 'written' }>;
  onDone: () => void;
}) {
  const styles = useStyles();
  const { news, takeBack, isBusy, asks, trouble } = state;
  return (
    <section className={styles.section} aria-labelledby="written">
      <h2 id="written" className={styles.title}>
        {takeBack ? 'Written' : 'Nothing to write'}
      </h2>
      <Message intent="success">
        {takeBack
          ? 'The amounts stand in the tables CoopEarnings and CoopFunds, as formulas you can see and rework.'
          : 'The workbook holds exactly these amounts already, so nothing was changed.'}
      </Message>
      {takeBack && <ChangesList news={news} />}
      {takeBack && news.rows && <p className={styles.line}>{rowsWritten(news.rows)}</p>}
      {trouble && <Message intent="error">{trouble}</Message>}
      {asks && (
        <Message
          intent="warning"
          title="The tables have been changed since."
          actions={<Button onClick={() => void session.takeBack(true)}>Undo and lose those changes</Button>}
        >
          Undoing puts them back to before the report, without what was done after it.
        </Message>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onDone}>
          Show funds
        </Button>
        {takeBack && !asks && (
          <Button disabledFocusable={isBusy} onClick={() => void session.takeBack()}>
            {isBusy ? 'Undoing' : 'Undo'}
          </Button>
        )}
      </div>
    </section>
  );
}

function rowsWritten({ added, removed }: Required<Written>['rows']): string {
  const said = (n: number): string => (n === 1 ? '1 row' : `${n.toLocaleString('en-US')} rows`);
  if (added + removed === 0) return 'CoopEarningRows holds exactly these single rows already.';
  return `In CoopEarningRows, ${said(added)} came${removed > 0 ? ` and ${said(removed)} went` : ''}.`;
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
