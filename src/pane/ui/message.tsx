import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { noBreak, unbrokenIn } from './no-break';

interface MessageProps {
  intent?: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  children: ReactNode;
  /** Buttons that answer the message. */
  actions?: ReactNode;
}

/** One sentence, announced politely when it appears. */
export function Message({ intent = 'info', title, children, actions }: MessageProps) {
  return (
    <MessageBar intent={intent} layout="multiline" shape="rounded" politeness="polite">
      <MessageBarBody>
        {title && <MessageBarTitle>{noBreak(title)}</MessageBarTitle>} {unbrokenIn(children)}
      </MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
