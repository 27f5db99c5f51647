// The pane's own entry. React, Fluent and all that talks to the sheet are asked for only when Excel is there, so that cells
// never wait for them.
void Office.onReady(async ({ host }) => {
  const root = document.getElementById('root');
  if (host !== Office.HostType.Excel || !root) return;
  const [{ mountApp }, { openExcelWorkbook }] = await Promise.all([
    import(/* webpackChunkName: "app" */ './app'),
    import(/* webpackChunkName: "excel" */ '../storage/excel-workbook'),
  ]);
  mountApp(root, openExcelWorkbook());
});
