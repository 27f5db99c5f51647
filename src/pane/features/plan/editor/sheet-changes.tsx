import { describePartner, withPartnerName } from '../../../../domain/earnings/partner-name';
import type { Activity } from '../../../../domain/activities/activity';
import type { Stored } from '../../../../planner/store/planning-store';
import type { Clash } from '../../../../planner/store/merge-form';
import { usePartnerNames } from '../../../ui/use-planning';
import { Message } from '../../../ui/message';
import { FindingLine } from '../../../ui/finding-line';
import { SheetClashes } from '../../../ui/sheet-clashes';
import type { Draft } from '../../../../planner/activities/activity-draft';
import type { ActivityForm } from '../../../../planner/activities/activity-form';

interface SheetNewsProps {
  draft: Draft;
  stored: Stored<Activity> | null;
  onTake: (field: keyof ActivityForm) => void;
}

/** What changed in the sheet while the activity is edited here. */
export function SheetNews({ draft, stored, onTake }: SheetNewsProps) {
  const names = usePartnerNames();
  const show = ({ field, theirs }: Clash<ActivityForm>): string | null =>
    typeof theirs !== 'string' ? null : field === 'partnerId' ? describePartner(withPartnerName({ partnerId: theirs }, names)) : theirs;
  return (
    <>
      {draft.isGone && <Message intent="warning">Its row was deleted from the sheet. Saving adds it again.</Message>}
      <SheetClashes clashes={draft.clashes} words={FIELD_WORDS} show={show} onTake={onTake} />
      {stored?.troubles.map(({ column, sentence }) => (
        <FindingLine key={column} level="warning" message={`in the sheet, ${sentence}`} />
      ))}
    </>
  );
}

const FIELD_WORDS: Record<keyof ActivityForm, string> = {
  partnerId: 'The Partner ID',
  program: 'The program',
  half: 'The fiscal half',
  title: 'The title',
  activity: 'The activity',
  status: 'The status',
  start: 'The start date',
  end: 'The end date',
  owner: 'The owner',
  description: 'The description',
  solutionArea: 'The solution area',
  currency: 'The currency',
  rate: 'The rate',
  budget: 'The cost',
  actual: 'The amount spent',
  coopShare: 'The co-op share',
  content: 'The Microsoft content',
  attendees: 'The number of attendees',
  meetsCore: 'The core requirements',
  preApproved: 'The day of approval',
  priority: 'The priority',
  leads: 'The number of leads',
  pipeline: 'The pipeline',
  revenue: 'The revenue',
  expenses: 'An expense',
};
