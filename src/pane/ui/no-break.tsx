import { makeStyles } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';

/**
 * A text that doesn't break lines within a date, such as Mar 31, 2025 or a cell's 2025-03-31, or within the word co-op.
 * CSS can't do this, and other spaces, hyphens, or invisible characters would be copied with the text.
 */
export function noBreak(text: string): ReactNode {
  const parts = text.split(WHOLE);
  return parts.length === 1 ? text : parts.map((part, index) => (index % 2 === 0 ? part : <Whole key={index}>{part}</Whole>));
}

/** The same for the content of an element; child elements do it themselves. */
export const unbrokenIn = (children: ReactNode): ReactNode =>
  Children.map(children, (child) => (typeof child === 'string' ? noBreak(child) : child));

const WHOLE = /((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}|\bco-op\b)/i;

function Whole({ children }: { children: string }) {
  return <span className={useStyles().whole}>{children}</span>;
}

const useStyles = makeStyles({ whole: { whiteSpace: 'nowrap' } });
