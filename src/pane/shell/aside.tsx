import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from '../ui/error-boundary';

/** Optional parts that the pane shows once they are loaded. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary instead={null}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
