import { openExcelWorkbook } from '../storage/excel-workbook';

// The pane's own entry. React and Fluent are asked for only when Excel is there, so that cells never wait for them.
void Office.onReady(async ({ host }) => {
  const root = document.getElementById('root');
  if (host !== Office.HostType.Excel || !root) return;
  const { mountApp } = await import(/* webpackChunkName: "app" */ './app');
  mountApp(root, openExcelWorkbook());
});
