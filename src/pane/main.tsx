import { Shown } from './ui/shown';

// The pane's entry. React, Fluent, and all code that talks to the sheet load only when someone opens the pane: cells
// never wait for them, and a workbook whose pane stays closed never loads them.
void Office.onReady(async (info) => {
  const root = document.getElementById('root');
  if (info.host !== Office.HostType.Excel || !root) return;
  // office.js passes this to add-ins with a shared runtime (`addin.visibilityMode`), but its type declarations omit it
  const shown = new Shown((info as { addin?: { visibilityMode?: unknown } | null }).addin?.visibilityMode);
  await shown.once();
  const [{ mountApp }, { openExcelWorkbook }, { whileShown }] = await Promise.all([
    import(/* webpackChunkName: "app" */ './shell/app'),
    import(/* webpackChunkName: "excel" */ '../storage/excel/workbook'),
    import(/* webpackChunkName: "app" */ './shell/while-shown'),
  ]);
  mountApp(root, whileShown(openExcelWorkbook(), shown), shown);
});
