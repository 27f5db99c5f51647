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
import { plural } from '../../../domain/text/plural';

/** Imports an earnings report into the workbook: choose, preview, write, undo. */
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
          Undone: the report was removed from the workbook.
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
        {takeBack ? 'Report added' : 'Nothing to add'}
      </h2>
      <Message intent="success">
        {takeBack
          ? 'Saved to the tables CoopEarnings and CoopFunds as live formulas.'
          : 'The workbook already has these amounts, so nothing changed.'}
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
          Undo restores them to before the report and discards later changes.
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
  if (added + removed === 0) return 'CoopEarningRows already has these rows.';
  return `${plural(added, 'row')} added to CoopEarningRows${removed > 0 ? `, ${plural(removed, 'row')} removed` : ''}.`;
}

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  line: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
