import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from '../ui/error-boundary';

/** What the pane shows once it is there, and can do without. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary instead={null}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
