import { Button, makeStaticStyles, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { claimSummary, summaryText } from '../../../../domain/claims/summary';
import type { Claim } from '../../../../domain/claims/claim';
import { CLAIMS } from '../../../../storage/planning/claims-table';
import { toExcelError } from '../../../../storage/excel-error';
import { BackButton } from '../../../ui/back-button';
import { noBreak } from '../../../ui/no-break';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { viewOf } from '../../../../planner/claims/claim-view';
import { useHeadingFocus } from '../use-heading-focus';
import { CopyButton } from '../../../ui/copy-button';

/** A page on activity and results for the claim's file: to print, to put on a sheet, to copy. */
export function ClaimSummaryPage({ claim }: { claim: Claim }) {
  usePrintStyles();
  const styles = useClaimStyles();
  const ownStyles = useStyles();
  const heading = useHeadingFocus('summary');
  const [isBusy, setIsBusy] = useState(false);
  const { workbook, claims: session } = usePlanner();
  const { read, book, asOf } = useReading();
  const { requirements, status, keep, activity } = viewOf(claim, read, book, asOf);
  const category = requirements?.category ?? '';
  const summary = claimSummary(claim, { activity, category, status, keepUntil: keep?.keepUntil ?? null, asOf });
  const sheetName = `Summary ${claim.id.replace(/[^\w-]/g, '')}`;
  /** Excel for Mac silently opens no print dialog from a pane: then no print event is raised (react-to-print issue 613). */
  const printOrSay = (): void => {
    let hasBegun = false;
    const begun = (): void => void (hasBegun = true);
    addEventListener('beforeprint', begun, { once: true });
    print();
    setTimeout(() => {
      removeEventListener('beforeprint', begun);
      if (!hasBegun) session.report("This version of Excel doesn't print from a pane. Choose Add summary to a sheet, and print the sheet.");
    }, PRINT_MS);
  };
  const putOnSheet = async (): Promise<void> => {
    setIsBusy(true);
    try {
      await workbook.writePage({ sheet: sheetName, beside: CLAIMS.design.sheet, ...summary });
      session.report(`Added the summary to the sheet "${sheetName}". It prints on one page.`, 'success');
    } catch (error) {
      session.report(toExcelError(error).message);
    }
    setIsBusy(false);
  };
  return (
    <section className={styles.stack} aria-label="Summary for the file">
      <BackButton to="Claim" spoken="← Claim" onBack={() => session.show('claim')} />
      <div className={styles.row}>
        <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => void putOnSheet()}>
          Add summary to a sheet
        </Button>
        <Button size="small" onClick={printOrSay}>
          Print
        </Button>
        <CopyButton text={summaryText(summary)} what="The summary" label="Copy" />
      </div>
      <p className={styles.quiet}>
        Some versions of Excel don't print from a pane. The sheet prints on one page and can be saved as a PDF.
      </p>
      <article id="claim-summary" className={ownStyles.page} aria-labelledby="summary-title">
        <h2 id="summary-title" ref={heading} tabIndex={-1} className={ownStyles.title}>
          {noBreak(summary.title)}
        </h2>
        {summary.parts.map(({ title, rows }) => (
          <section key={title}>
            <h3 className={ownStyles.heading}>{title}</h3>
            <dl className={mergeClasses(ownStyles.rows, rows.some(([name]) => name.length > LONG_NAME) && ownStyles.longNames)}>
              {rows.map(([name, said], index) => (
                <div key={`${name} ${index}`} className={ownStyles.row}>
                  <dt>{noBreak(name)}</dt>
                  <dd>{noBreak(said)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className={ownStyles.foot}>{noBreak(summary.foot)}</p>
      </article>
    </section>
  );
}

const PRINT_MS = 1_000;

/** Only the summary is printed, from the top of the page. */
const usePrintStyles = makeStaticStyles(`
  @media print {
    body *:not(:has(#claim-summary), #claim-summary, #claim-summary *) { display: none !important; }
    html, body, body *:has(#claim-summary) { display: block !important; height: auto !important; margin: 0 !important; padding: 0 !important; overflow: visible !important; background-color: white !important; }
    #claim-summary { border: none !important; padding: 0 !important; background-color: white !important; color: black !important; }
  }
`);

/** Names this long are requirements; next to them is a file name or "yes". */
const LONG_NAME = 30;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  heading: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  rows: {
    ...typographyStyles.body1,
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  longNames: { '& > div': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' } },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: tokens.spacingHorizontalS,
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
  },
  foot: { ...typographyStyles.caption1, margin: 0 },
});
