import { Input, type InputProps } from '@fluentui/react-components';

/** A field for a date, within the years that rules and plans can be about. Its value is an ISO day, or what is typed so far. */
export const DayInput = (props: Omit<InputProps, 'type' | 'min' | 'max'>) => (
  <Input {...props} type="date" min="2000-01-01" max="2099-12-31" />
);
