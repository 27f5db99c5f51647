import { Spinner } from '@fluentui/react-components';

/** The Claims screen, on its way. */
export function ClaimsScreen() {
  return <Spinner size="small" label="Loading" />;
}
