import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Shown instead of an optional part that failed. */
  instead?: ReactNode;
}

/** Catches unexpected errors and offers to reload. Plain elements, since Fluent itself may have failed. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    if (this.props.instead !== undefined) return this.props.instead;
    return (
      <main role="alert">
        <p>The pane stopped because of an internal error. Your workbook isn't affected.</p>
        <button type="button" onClick={() => location.reload()}>
          Reload pane
        </button>
      </main>
    );
  }
}
