import { Button, makeStaticStyles, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { claimPack } from '../../../../domain/claims/claim-pack';
import { summaryText } from '../../../../domain/claims/summary';
import type { Claim } from '../../../../domain/claims/claim';
import { CLAIMS } from '../../../../storage/planning/claims-table';
import type { PageMade } from '../../../../planner/summary/page-made';
import type { Workbook } from '../../../../storage/workbook';
import { BackButton } from '../../../ui/back-button';
import { noBreak } from '../../../ui/no-break';
import { SheetButton } from '../../../ui/sheet-button';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { useClaimStyles } from '../claim-styles';
import { viewOf } from '../../../../planner/claims/claim-view';
import { useHeadingFocus } from '../use-heading-focus';
import { CopyButton } from '../../../ui/copy-button';

/** Everything on a claim on one page, for its file: to print, to put on a sheet, to copy. */
export function ClaimPackPage({ claim }: { claim: Claim }) {
  usePrintStyles();
  const styles = useClaimStyles();
  const ownStyles = useStyles();
  const heading = useHeadingFocus('summary');
  const { claims: session } = usePlanner();
  const { read, book, asOf } = useReading();
  const { requirements, status, keep, activity } = viewOf(claim, read, book, asOf);
  const category = requirements?.category ?? '';
  const pack = claimPack(claim, { activity, category, status, keepUntil: keep?.keepUntil ?? null, asOf });
  const sheet = `Claim pack ${claim.id.replace(/[^\w-]/g, '')}`.slice(0, MAX_SHEET_NAME);
  /** Excel for Mac silently opens no print dialog from a pane: then no print event is raised (react-to-print issue 613). */
  const printOrSay = (): void => {
    let hasBegun = false;
    const begun = (): void => void (hasBegun = true);
    addEventListener('beforeprint', begun, { once: true });
    print();
    setTimeout(() => {
      removeEventListener('beforeprint', begun);
      if (!hasBegun)
        session.report("This version of Excel doesn't print from a pane. Choose Add claim pack to a sheet, and print the sheet.");
    }, PRINT_MS);
  };
  const putOnSheet = async (workbook: Workbook): Promise<PageMade> => {
    const takeBack = await workbook.writePage({ sheet, beside: CLAIMS.design.sheet, ...pack });
    return { sentence: `The claim pack is on the sheet "${sheet}". It prints on one page.`, sheet, takeBack };
  };
  return (
    <section className={styles.stack} aria-label="Claim pack">
      <BackButton to="Claim" spoken="← Claim" onBack={() => session.show('claim')} />
      <SheetButton label="Add claim pack to a sheet" isPrimary make={putOnSheet} />
      <div className={styles.row}>
        <Button size="small" onClick={printOrSay}>
          Print
        </Button>
        <CopyButton text={summaryText(pack)} what="The claim pack" label="Copy" />
      </div>
      <p className={styles.quiet}>
        Some versions of Excel don't print from a pane. The sheet prints on one page and can be saved as a PDF.
      </p>
      <article id="claim-pack" className={ownStyles.page} aria-labelledby="pack-title">
        <h2 id="pack-title" ref={heading} tabIndex={-1} className={ownStyles.title}>
          {noBreak(pack.title)}
        </h2>
        {pack.parts.map(({ title, rows }) => (
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
        <p className={ownStyles.foot}>{noBreak(pack.foot)}</p>
      </article>
    </section>
  );
}

const PRINT_MS = 1_000;
/** Excel takes no longer name. */
const MAX_SHEET_NAME = 31;

/** Only the claim pack is printed, from the top of the page. */
const usePrintStyles = makeStaticStyles(`
  @media print {
    body *:not(:has(#claim-pack), #claim-pack, #claim-pack *) { display: none !important; }
    html, body, body *:has(#claim-pack) { display: block !important; height: auto !important; margin: 0 !important; padding: 0 !important; overflow: visible !important; background-color: white !important; }
    #claim-pack { border: none !important; padding: 0 !important; background-color: white !important; color: black !important; }
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
