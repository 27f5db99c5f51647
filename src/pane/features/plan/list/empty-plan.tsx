import { Button } from '@fluentui/react-components';
import { EmptyState } from '../../../ui/empty-state';
import { usePlanner } from '../../../ui/use-planner';

/** A workbook without funds: where they come from. */
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
      Bring in the earnings report from Partner Center. Its usable co-op is what activities are planned against.
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
          {onSuggest && <Button onClick={onSuggest}>Suggest</Button>}
        </>
      }
    >
      Add the first activity, or write down what you would like to do and let the money be spread over it. Every activity is checked against
      its guidebook, caps and deadlines.
    </EmptyState>
  );
}
