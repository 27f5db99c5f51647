import { createRoot } from 'react-dom/client';
import type { Workbook } from '../storage/workbook';

export function mountApp(element: HTMLElement, workbook: Workbook): void {
  createRoot(element).render(<p>Co-op Planner {String(Boolean(workbook))}</p>);
}
