import { formatDay, type Day } from '../../../domain/calendar/day';
import { formatUsdOrDash } from '../../../domain/money/money';
import { cporFindings, type Cpor } from '../../../domain/program/cpor';
import { CUSTOMER_CLAIM_STATUSES, isFinalStatus, type CustomerClaimStatus } from '../../../domain/program/customer-claim';
import { customerCaveat, fundingFindings, type Funding } from '../../../domain/program/funding';
import type { ProgramRows } from '../../../planner/program/program-rows';
import type { RecordForm } from '../../../planner/program/record-form';
import { FUNDING_ENGAGEMENTS } from '../../../rulebook/funding-engagements';
import { CPOR, FUNDING } from '../../../storage/program/program-tables';
import { CopyButton } from '../../ui/copy-button';
import { useReading } from '../../ui/use-planning';
import { RecordList } from './record-list';
import { useProgramStyles } from './program-styles';

/** Associations of customers. They earn no co-op. */
export function CporPart({ rows }: { rows: ProgramRows }) {
  const styles = useProgramStyles();
  const { asOf } = useReading();
  return (
    <>
      <p className={styles.quiet}>Claiming partner of record. Associations aren't co-op, and no co-op total includes them.</p>
      <RecordList
        table={CPOR}
        rows={rows.cpor}
        noun="association"
        addLabel="Add an association"
        groups={CPOR_GROUPS}
        offers={{ status: CUSTOMER_CLAIM_STATUSES }}
        titleOf={({ name, customer }) => name || customer || 'Without a name'}
        badgeOf={({ status }) => status}
        linesOf={(record) => linesOfCpor(record)}
        findingsOf={(record) => cporFindings(record, asOf)}
        extra={({ comments }) => <Comments text={comments} />}
        settle={settlingStatus(asOf)}
        ask={askFinal}
        hasHistory
      />
    </>
  );
}

/** Partner-led funding. It is no co-op. */
export function FundingPart({ rows }: { rows: ProgramRows }) {
  const styles = useProgramStyles();
  const { asOf } = useReading();
  return (
    <>
      <p className={styles.quiet}>
        Partner-led funding isn't co-op, and no co-op total includes it. Nothing is approved until the final proof is accepted.
      </p>
      <RecordList
        table={FUNDING}
        rows={rows.funding}
        noun="funding claim"
        addLabel="Add a funding claim"
        groups={FUNDING_GROUPS}
        offers={{ status: CUSTOMER_CLAIM_STATUSES, engagement: FUNDING_ENGAGEMENTS }}
        titleOf={({ name, engagement, customer }) => name || engagement || customer || 'Without a name'}
        badgeOf={({ status }) => status}
        linesOf={(record) => linesOfFunding(record)}
        findingsOf={fundingFindings}
        extra={(record) => (
          <>
            <Comments text={record.comments} />
            <div>
              <CopyButton text={customerCaveat(record)} what="Caveat to the customer" label="Copy the caveat to the customer" />
            </div>
          </>
        )}
        settle={settlingStatus(asOf)}
        ask={askFinal}
        hasHistory
      />
    </>
  );
}

const CPOR_GROUPS = [
  {
    title: 'Association',
    fields: ['name', 'status', 'statusSince', 'partnerId', 'engagement', 'area', 'role', 'workloads', 'workloadConfirmed'],
  },
  { title: 'Customer', fields: ['customer', 'customerIdType', 'customerId', 'isVariable', 'opportunityId'] },
  {
    title: 'Contacts',
    fields: ['customerContact', 'customerEmail', 'customerTitle', 'partnerContact', 'partnerEmail', 'partnerTitle'],
  },
  { title: 'Proof and answers', fields: ['isRecognitionOnly', 'proof', 'proofDate', 'expires', 'comments', 'note'] },
] as const;

const FUNDING_GROUPS = [
  { title: 'Claim', fields: ['engagement', 'name', 'status', 'statusSince', 'partnerId'] },
  { title: 'Customer', fields: ['customer', 'customerIdType', 'customerId'] },
  { title: 'Amounts and proof', fields: ['requested', 'approved', 'hasEstimate', 'hasSurvey', 'finalProof'] },
  { title: 'Answers', fields: ['reason', 'comments', 'note'] },
] as const;

const since = (day: Day | null): string => (day ? `Status since ${formatDay(day)}` : '');

const linesOfCpor = ({
  statusSince,
  partnerId,
  customer,
  customerIdType,
  customerId,
  engagement,
  role,
  workloads,
  proof,
  proofDate,
  expires,
}: Cpor) =>
  [
    [since(statusSince), expires ? `claim expiry ${formatDay(expires)}` : ''].filter(Boolean).join(', '),
    [customer, customerId && `${customerIdType} ${customerId}`, partnerId && `Partner ID ${partnerId}`].filter(Boolean).join(', '),
    [engagement, role, workloads].filter(Boolean).join(', '),
    proof ? `Proof: ${proof}${proofDate ? ` of ${formatDay(proofDate)}` : ''}` : '',
  ].filter(Boolean);

const linesOfFunding = ({ statusSince, engagement, partnerId, customer, requested, approved, finalProof }: Funding) =>
  [
    since(statusSince),
    [engagement, customer, partnerId && `Partner ID ${partnerId}`].filter(Boolean).join(', '),
    `Requested ${formatUsdOrDash(requested)}, approved ${formatUsdOrDash(approved)}, final proof ${finalProof}`,
  ].filter(Boolean);

function Comments({ text }: { text: string }) {
  const styles = useProgramStyles();
  return text === '' ? null : <p className={styles.quiet}>Microsoft's comments: {text}</p>;
}

/** A new status begins on the as-of day unless someone enters another. */
const settlingStatus =
  (asOf: Day) =>
  (form: RecordForm, was: RecordForm | null): RecordForm =>
    was && form['status'] !== was['status'] && form['statusSince'] === was['statusSince'] ? { ...form, statusSince: asOf } : form;

const askFinal = (form: RecordForm, was: RecordForm | null): string | null =>
  form['status'] !== was?.['status'] && isFinalStatus(form['status'] as CustomerClaimStatus)
    ? `"${form['status']}" is final in Partner Center. Are you sure?`
    : null;
