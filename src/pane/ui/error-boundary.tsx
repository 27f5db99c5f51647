import { Component, type ReactNode } from 'react';

/** Catches what no screen expected, and offers the one thing that helps. Plain elements, as Fluent itself may be what failed. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main role="alert">
        <p>The pane stopped because of a fault of its own. Your workbook is not affected.</p>
        <button type="button" onClick={() => location.reload()}>
          Reload pane
        </button>
      </main>
    );
  }
}
