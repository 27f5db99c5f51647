import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Flag, Quarantined, ReadFile } from '../../../reports/import/earnings-import';
import { formatDay, type Day } from '../../../domain/calendar/day';
import { centsOfMicros, formatUsd } from '../../../domain/money/money';
import type { Written } from '../../../storage/funds/write-report';
import { Message } from '../../ui/message';
import { noBreak } from '../../ui/no-break';
import { ChangesList } from './changes-list';
import { CompareFiles } from './compare-files';
import { ReplacedFunds } from './replaced-funds';
import { SettledRows } from './settled-rows';
import { StayingList } from './staying-list';
import { FoundFunds } from './found-funds';
import { GrowthFound } from './growth-found';
import { recalculationIn } from '../../../planner/funds/recalculated';
import { describeUnlisted } from '../../../planner/funds/restated-funds';
import type { FilesComparison, ImportSession, RowsOffer } from '../../../planner/funds/import-session';
import type { EarningsImport } from '../../../reports/import/earnings-import';
import { pick, plural } from '../../../domain/text/plural';
import { SUMMARY } from '../../ui/summary-style';

interface PreviewProps {
  session: ImportSession;
  asOf: Day;
  found: EarningsImport;
  hiddenRows: string | null;
  news: Written;
  rows: RowsOffer;
  files: FilesComparison;
  isWriting: boolean;
  trouble: string | null;
}

/** What was read, and what it would change, before anything is written. */
export function ImportPreview({ session, asOf, found, hiddenRows, news, rows, files, isWriting, trouble }: PreviewProps) {
  const styles = useStyles();
  const recalculated = recalculationIn(found);
  const isEmpty = found.counted === 0 && found.quarantinedRows === 0;
  return (
    <section className={styles.section} aria-labelledby="preview">
      <div>
        <h2 id="preview" className={styles.title}>
          Review the report
        </h2>
        <p className={styles.quiet}>Nothing is written yet.</p>
      </div>
      {!found.complete && (
        <Message intent="warning" title="Incomplete.">
          {plural(found.quarantinedRows, 'row')} couldn't be counted, so the amounts below may be wrong.{' '}
          {pick(found.quarantinedRows, 'It stays', 'They stay')} in the table CoopSkipped until a report counts{' '}
          {pick(found.quarantinedRows, 'it', 'them')}.
        </Message>
      )}
      <dl className={styles.facts}>
        <Fact name="Rows read" value={count(found.rows)} />
        <Fact name="Earnings counted" value={count(found.counted)} />
        <Fact
          name="Duplicates dropped"
          value={found.repeats.rows === 0 ? 'none' : `${count(found.repeats.rows)} (${formatUsd(centsOfMicros(found.repeats.micros))})`}
        />
        {found.claims.rows > 0 && (
          <Fact
            name="Claims (payments, not earnings)"
            value={`${count(found.claims.rows)} (${formatUsd(centsOfMicros(found.claims.micros))})`}
          />
        )}
        {!found.complete && <Fact name="Not counted" value={plural(found.quarantinedRows, 'row')} />}
        {found.asOf && <Fact name="Calculated through" value={formatDay(found.asOf)} />}
      </dl>
      {recalculated && <Message intent="warning">{recalculated}</Message>}
      {hiddenRows && <Message intent="info">{hiddenRows}</Message>}
      <Files files={found.files} />
      <CompareFiles session={session} files={files} />
      {found.passedOver.length > 0 && <PassedOver names={found.passedOver} />}
      {found.quarantined.length > 0 && (
        <NotCounted rows={found.quarantined} all={found.quarantinedRows} manyFiles={found.files.length > 1} />
      )}
      {found.flagged.length > 0 && <Flags flags={found.flagged} />}
      <GrowthFound found={found} />
      <FoundFunds found={found} asOf={asOf} />
      <ChangesList news={news} />
      {news.unlisted && <Message intent="warning">{describeUnlisted(news.unlisted, 'not written')}</Message>}
      <StayingList news={news} />
      <ReplacedFunds news={news} />
      <SettledRows news={news} />
      {found.counted > 0 && <KeepRows session={session} rows={rows} isWriting={isWriting} />}
      {trouble && <Message intent="error">{trouble}</Message>}
      {isEmpty && <Message intent="warning">The report has no earnings that can be counted, so there is nothing to write.</Message>}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={isWriting || isEmpty} onClick={() => !isEmpty && void session.write()}>
          {isWriting ? 'Writing' : 'Write to the workbook'}
        </Button>
        <Button disabled={isWriting} onClick={session.startOver}>
          Discard
        </Button>
      </div>
    </section>
  );
}

function KeepRows({
  session,
  rows: { count: rows, isAsked, why },
  isWriting,
}: {
  session: ImportSession;
  rows: RowsOffer;
  isWriting: boolean;
}) {
  const styles = useStyles();
  return (
    <div>
      <Checkbox
        label={`Also keep the individual rows (${plural(rows, 'row')})`}
        checked={isAsked}
        disabled={isWriting || why !== null}
        onChange={(_, { checked }) => session.askForRows(checked === true)}
      />
      <p className={styles.quiet}>{why ?? 'Adds them to their own table, CoopEarningRows, so that you can look up individual earnings.'}</p>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd className={styles.value}>{noBreak(value)}</dd>
    </div>
  );
}

function Files({ files }: { files: readonly ReadFile[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {files.map(({ name, kind, rows, sameAs, atOwnRate }) => (
        <li key={name}>
          <b>{name}</b>: {plural(rows, 'row')}
          {kind === 'growth' && ', the Growth download'}
          {kind === 'summarized' && ", without earning IDs, so duplicates can't be identified"}
          {sameAs !== null && `, the same rows as ${sameAs}, so they count once`}
          {atOwnRate > 0 &&
            `. It has no US dollar column, so ${plural(atOwnRate, 'row')} ${pick(atOwnRate, 'counts', 'count')} at the report's exchange rate, as its transactions show`}
        </li>
      ))}
    </ul>
  );
}

function PassedOver({ names }: { names: readonly string[] }) {
  const styles = useStyles();
  return (
    <details className={styles.details} open={names.length <= 5}>
      <summary>
        {plural(names.length, 'file')} {pick(names.length, "wasn't read because it isn't", "weren't read because they aren't")} CSV, TSV, or
        text
      </summary>
      <ul className={styles.list}>
        {names.slice(0, MAX_SHOWN).map((name, n) => (
          <li key={n}>{name}</li>
        ))}
      </ul>
      {names.length > MAX_SHOWN && <p className={styles.quiet}>and {count(names.length - MAX_SHOWN)} more</p>}
    </details>
  );
}

function NotCounted({ rows, all, manyFiles }: { rows: readonly Quarantined[]; all: number; manyFiles: boolean }) {
  const styles = useStyles();
  const shown = rows.slice(0, MAX_SHOWN);
  return (
    <details className={styles.details} open={rows.length <= 5}>
      <summary>Rows not counted, and why</summary>
      <ul className={styles.list}>
        {shown.map(({ file, line, reason }, n) => (
          <li key={n}>
            {manyFiles && `${file}, `}line {line}: {reason}
          </li>
        ))}
      </ul>
      {all > shown.length && <p className={styles.quiet}>and {count(all - shown.length)} more</p>}
    </details>
  );
}

function Flags({ flags }: { flags: readonly Flag[] }) {
  const styles = useStyles();
  return (
    <details className={styles.details}>
      <summary>
        {plural(flags.length, 'unrecognized name')}; {pick(flags.length, 'its', 'their')} rows count
      </summary>
      <ul className={styles.list}>
        {flags.slice(0, MAX_SHOWN).map(({ what, name, rows }) => (
          <li key={`${what} ${name}`}>
            {what} <b>{name}</b>: {plural(rows, 'row')}
          </li>
        ))}
      </ul>
    </details>
  );
}

const MAX_SHOWN = 100;
const count = (n: number): string => n.toLocaleString('en-US');

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  facts: {
    ...typographyStyles.body1,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  fact: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  value: { margin: 0, textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  list: {
    ...typographyStyles.body1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  details: {
    ...typographyStyles.body1,
    '& summary': {
      ...SUMMARY,
    },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
