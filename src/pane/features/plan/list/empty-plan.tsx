import { Button } from '@fluentui/react-components';
import { EmptyState } from '../../../ui/empty-state';
import { usePlanner } from '../../../ui/use-planner';

/** A workbook without funds: how to import them. */
export function NoFunds({ onAdd }: { onAdd: () => void }) {
  const { navigation } = usePlanner();
  return (
    <EmptyState
      title="No funds to plan with yet"
      actions={
        <>
          <Button appearance="primary" onClick={() => navigation.show('funds')}>
            Go to Funds
          </Button>
          <Button onClick={onAdd}>Draft an activity</Button>
        </>
      }
    >
      Bring in the earnings report from Partner Center. You plan activities against its usable co-op.
    </EmptyState>
  );
}

/** Funds without activities: what to do with them. */
export function NoActivities({ onAdd, onSuggest }: { onAdd: () => void; onSuggest: (() => void) | null }) {
  return (
    <EmptyState
      title="Nothing planned yet"
      actions={
        <>
          <Button appearance="primary" onClick={onAdd}>
            Add an activity
          </Button>
          {onSuggest && <Button onClick={onSuggest}>Allocate</Button>}
        </>
      }
    >
      Add your first activity, or enter requests and allocate the fund to them. Each activity is checked against the guidebook, caps, and
      deadlines.
    </EmptyState>
  );
}
