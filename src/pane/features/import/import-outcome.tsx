import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Written } from '../../../storage/funds/write-report';
import { fundsSessionOf } from '../../../planner/funds/funds-session';
import { currenciesOf, ratesToOffer, reportRatesOf } from '../../../planner/funds/report-rates';
import { describeUnlisted } from '../../../planner/funds/restated-funds';
import { Message } from '../../ui/message';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { usePlanning } from '../../ui/use-planning';
import { ChangesList } from './changes-list';
import { ReplacedFunds } from './replaced-funds';
import { SettledRows } from './settled-rows';
import { StayingList } from './staying-list';
import type { ImportSession, ImportState } from '../../../planner/funds/import-session';
import { pick, plural } from '../../../domain/text/plural';

/** A finished import: written, undone, or with nothing to write. */
export type ImportOver = Extract<ImportState, { step: 'written' | 'taken back' }>;

/** Whether an import is finished. */
export const isOver = (state: ImportState): state is ImportOver => state.step === 'written' || state.step === 'taken back';

interface OutcomeProps {
  session: ImportSession;
  state: ImportOver;
  /** Whether it just finished here, so it takes the focus. */
  isNew: boolean;
  onClose: () => void;
}

/** What an import changed in the workbook, with Undo, above the funds. */
export function ImportOutcome({ session, state, isNew, onClose }: OutcomeProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  const planner = usePlanner();
  const { plan, navigation } = planner;
  const planning = usePlanning();
  const found = useObservable(planner.session(reportRatesOf));
  const offered =
    planning.step === 'read'
      ? ratesToOffer(
          found,
          planning.read.rates.map(({ value }) => value),
        )
      : [];
  const saving = planner.session(fundsSessionOf);
  const { isBusy: isSaving } = useObservable(saving);
  const keepRates = (): void => void saving.keepRates(offered).then((isSaved) => isSaved && heading.current?.focus());
  const close = (
    <Button size="small" onClick={onClose}>
      Close
    </Button>
  );
  if (state.step === 'taken back') {
    return (
      <Message intent="success" actions={close}>
        Undone: the report was removed from the workbook.
      </Message>
    );
  }
  const { news, takeBack, isBusy, asks, trouble } = state;
  const toRates = (): void => {
    plan.choosePart('activities');
    plan.show({ show: 'rates' });
    navigation.show('plan');
  };
  return (
    <section className={styles.section} aria-labelledby="written">
      <h2 id="written" ref={heading} tabIndex={-1} className={styles.title}>
        {takeBack ? 'Report added' : 'Nothing to add'}
      </h2>
      {takeBack ? <Written news={news} /> : <p className={styles.line}>The workbook already has these amounts, so nothing changed.</p>}
      {news.unlisted && <Message intent="warning">{describeUnlisted(news.unlisted, takeBack ? 'written' : 'nothing to write')}</Message>}
      {offered.length > 0 && (
        <>
          <p className={styles.line}>
            The report has exchange rates for {currenciesOf(offered)} that the workbook doesn't have yet. See them in{' '}
            <Link as="button" inline onClick={toRates}>
              Exchange rates
            </Link>
            .
          </p>
          <div className={styles.actions}>
            <Button size="small" disabledFocusable={isSaving} onClick={keepRates}>
              Keep these rates in CoopRates
            </Button>
          </div>
        </>
      )}
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
        {takeBack && !asks && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => void session.takeBack()}>
            {isBusy ? 'Undoing' : 'Undo'}
          </Button>
        )}
        {close}
      </div>
    </section>
  );
}

function Written({ news }: { news: Written }) {
  const styles = useStyles();
  const { skipped, rows } = news;
  return (
    <>
      <p className={styles.line}>Saved to the tables CoopEarnings and CoopFunds as live formulas.</p>
      {skipped > 0 && (
        <p className={styles.line}>
          {plural(skipped, 'row')} that couldn't be counted {pick(skipped, 'is', 'are')} in the table CoopSkipped.
        </p>
      )}
      <ChangesList news={news} />
      <StayingList news={news} />
      <ReplacedFunds news={news} />
      <SettledRows news={news} />
      {rows && <p className={styles.line}>{rowsWritten(rows)}</p>}
    </>
  );
}

function rowsWritten({ added, removed }: Required<Written>['rows']): string {
  if (added + removed === 0) return 'CoopEarningRows already has these rows.';
  return `${plural(added, 'row')} added to CoopEarningRows${removed > 0 ? `, ${plural(removed, 'row')} removed` : ''}.`;
}

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  title: {
    ...typographyStyles.subtitle2,
    margin: 0,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  line: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
