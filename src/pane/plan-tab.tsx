import { Spinner } from '@fluentui/react-components';

/** The Plan tab, on its way. */
export function PlanTab() {
  return <Spinner size="small" label="Loading" />;
}
