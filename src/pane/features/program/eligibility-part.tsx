import { Badge, Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { describePartner, withPartnerName } from '../../../domain/earnings/partner-name';
import { formatMonth } from '../../../domain/calendar/day';
import { formatUsdOrDash } from '../../../domain/money/money';
import { plural } from '../../../domain/text/plural';
import { eligibilityOf, pointsOf, type AreaEligibility } from '../../../domain/program/eligibility';
import { PARTNER_TYPES, type PartnerType } from '../../../domain/program/partner-type';
import { partnersIn } from '../../../planner/partners/partners-in';
import { readEligibilityText } from '../../../planner/program/eligibility-csv';
import { describeEarnRules, describeInputs, describeResult, describeRisk, VERDICT_TEXT } from '../../../planner/program/eligibility-view';
import type { ProgramRows } from '../../../planner/program/program-rows';
import { programOf } from '../../../planner/program/program-session';
import { earnRulesOn } from '../../../rulebook/who-may-earn';
import { ELIGIBILITY } from '../../../storage/program/program-tables';
import { Card } from '../../ui/card';
import { FindingLine } from '../../ui/finding-line';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { usePartnerNames, useReading } from '../../ui/use-planning';
import { RecordList } from './record-list';
import { useProgramStyles } from './program-styles';

/** Who may earn in which solution area, on what is entered. */
export function EligibilityPart({ rows }: { rows: ProgramRows }) {
  const styles = useProgramStyles();
  const { asOf } = useReading();
  const areas = useMemo(() => eligibilityOf(rows.months, asOf, earnRulesOn), [rows, asOf]);
  return (
    <>
      <p className={styles.quiet}>
        Points and revenue are what you enter from Partner Center. A result is never a promise: Microsoft decides.
      </p>
      <ul className={styles.list} aria-label="Results by solution area">
        {areas.map((area) => (
          <li key={`${area.partnerId} ${area.area}`}>
            <AreaCard area={area} />
          </li>
        ))}
      </ul>
      <AddText rows={rows} />
      <details open={rows.eligibility.length === 0}>
        <summary className={styles.summary}>Points and revenue by month ({rows.eligibility.length})</summary>
        <div className={styles.folded}>
          <RecordList
            table={ELIGIBILITY}
            rows={rows.eligibility}
            noun="month"
            addLabel="Add a month"
            groups={GROUPS}
            titleOf={({ area, month, partnerId }) =>
              [area || 'No area', month ? formatMonth(month) : 'no month', partnerId].filter(Boolean).join(', ')
            }
            linesOf={(record) => [
              `${pointsOf({ ...record, month: record.month ?? asOf }) ?? 'No'} points; CSP revenue ${formatUsdOrDash(record.revenue)}`,
            ]}
          />
        </div>
      </details>
    </>
  );
}

const GROUPS = [
  { title: 'Partner and month', fields: ['partnerId', 'partnerType', 'area', 'month', 'isDesignated'] },
  { title: 'Points and revenue', fields: ['performance', 'skilling', 'customerSuccess', 'revenue'] },
] as const;

function AreaCard({ area }: { area: AreaEligibility }) {
  const styles = useProgramStyles();
  const { asOf } = useReading();
  const names = usePartnerNames();
  const partner = describePartner(withPartnerName({ partnerId: area.partnerId }, names));
  return (
    <Card>
      <h3 className={styles.heading}>
        {area.area} · {partner} <Badge appearance="outline">{VERDICT_TEXT[area.verdict]}</Badge>
      </h3>
      <p className={styles.quiet}>{area.partnerType}</p>
      {area.results.length === 0 && <p className={styles.line}>No source we have says who could earn on this day.</p>}
      {area.results.map((result) => (
        <div key={result.reading}>
          <p className={styles.line}>{describeResult(result)}</p>
          {result.missing.map((sentence) => (
            <FindingLine key={sentence} level={result.verdict === 'not eligible' ? 'warning' : 'note'} message={sentence} />
          ))}
        </div>
      ))}
      {area.risks.map((risk) => (
        <FindingLine key={risk.reading} level="warning" message={describeRisk(risk)} />
      ))}
      <p className={styles.quiet}>{describeInputs(area)}.</p>
      <details>
        <summary className={styles.summary}>What the sources say</summary>
        <ul>
          {describeEarnRules(area, asOf).map((sentence) => (
            <li key={sentence} className={styles.quiet}>
              {sentence}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}

/** Points and revenue as a file or as pasted cells: checked first, then added. */
function AddText({ rows }: { rows: ProgramRows }) {
  const styles = useProgramStyles();
  const planner = usePlanner();
  const session = planner.session(programOf);
  const { isBusy } = useObservable(session);
  const { read } = useReading();
  const input = useRef<HTMLInputElement>(null);
  const partners = partnersIn(read);
  const [text, setText] = useState('');
  const [partnerId, setPartnerId] = useState(partners[0]?.partnerId ?? '');
  const [partnerType, setPartnerType] = useState<PartnerType>('indirect reseller');
  const found = useMemo(
    () => (text.trim() === '' ? null : readEligibilityText(text, rows.eligibility, { partnerId, partnerType })),
    [text, rows, partnerId, partnerType],
  );
  const add = async (): Promise<void> => {
    if (!found || found.edits.length === 0) return;
    const said = `Added ${plural(found.added, 'month')} and updated ${plural(found.changed, 'month')}.`;
    if (await session.save(ELIGIBILITY, found.edits, said)) setText('');
  };
  return (
    <details>
      <summary className={styles.summary}>Add months from a file or from pasted cells</summary>
      <div className={styles.folded}>
        <p className={styles.quiet}>
          The columns are Month, Solution area, Performance, Skilling, Customer success, and CSP revenue. Partner ID, Partner type, and
          Designation may be there, too. Nothing is written until you add it.
        </p>
        <Field label="Partner ID of rows without one" size="small">
          <Input value={partnerId} list="program-partners" onChange={(_, { value }) => setPartnerId(value)} />
        </Field>
        <datalist id="program-partners">
          {partners.map((partner) => (
            <option key={partner.partnerId} value={partner.partnerId} />
          ))}
        </datalist>
        <Field label="Partner type of rows without one" size="small">
          <Select value={partnerType} onChange={(_, { value }) => setPartnerType(value as PartnerType)}>
            {PARTNER_TYPES.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </Select>
        </Field>
        <Field label="Months as text, starting with the header" size="small">
          <Textarea rows={4} value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <div className={styles.actions}>
          <Button size="small" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={isBusy || found === null || found.edits.length === 0}
            onClick={() => void add()}
          >
            {found ? `Add ${plural(found.edits.length, 'month')}` : 'Add'}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt"
          aria-label="File of points and revenue"
          hidden
          tabIndex={-1}
          onChange={(event) => {
            void event.target.files?.[0]?.text().then(setText);
            event.target.value = '';
          }}
        />
        {found?.faults.slice(0, MOST_FAULTS).map((sentence) => (
          <FindingLine key={sentence} level="warning" message={sentence} />
        ))}
        {found && found.faults.length > MOST_FAULTS && <p className={styles.quiet}>And {found.faults.length - MOST_FAULTS} more.</p>}
      </div>
    </details>
  );
}

const MOST_FAULTS = 10;
