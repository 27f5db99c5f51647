import { makeStyles } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';

/**
 * A text in which a day, such as 2025-03-31, and the word co-op stand on one line: browsers break lines at their
 * hyphens. CSS alone has no way to do this, and other hyphens or invisible characters would be copied along with the
 * day.
 */
export function noBreak(text: string): ReactNode {
  const parts = text.split(WHOLE);
  return parts.length === 1 ? text : parts.map((part, at) => (at % 2 === 0 ? part : <Whole key={at}>{part}</Whole>));
}

/** The same for what stands in an element; elements within it see to themselves. */
export const unbrokenIn = (children: ReactNode): ReactNode =>
  Children.map(children, (child) => (typeof child === 'string' ? noBreak(child) : child));

const WHOLE = /(\d{4}-\d{2}-\d{2}|\bco-op\b)/i;

function Whole({ children }: { children: string }) {
  return <span className={useStyles().whole}>{children}</span>;
}

const useStyles = makeStyles({ whole: { whiteSpace: 'nowrap' } });
