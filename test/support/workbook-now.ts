import type { Workbench } from '../../src/workbench/workbench';

/** All of a workbook that people rely on, sheet by sheet, as plain data to compare. IDs and times that are new each time are left out. */
export async function workbookNow(workbench: Workbench): Promise<string[]> {
  await workbench.settle();
  const { cells, tables, charts, filters, layout, sheets } = workbench.workbook;
  const told: string[] = [];
  for (const sheet of sheets.all) {
    told.push(`sheet ${sheet.getName()}${sheet.isSheetHidden() ? ', hidden' : ''}${layout.isProtected(sheet) ? ', protected' : ''}`);
    const used = cells.used(sheet, null, true);
    if (!used) continue;
    const formulas = cells.read(used, 'formula');
    const formats = cells.read(used, 'ownFormat');
    formulas.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell === '') return;
        const place = { sheet, row: used.row + r, column: used.column + c, rows: 1, columns: 1 };
        const { bl, fs } = layout.styleOf(place);
        told.push(
          `  R${place.row + 1}C${place.column + 1} ${JSON.stringify(cell)} ${String(formats[r]![c])}${bl ? ' bold' : ''}${fs ? ` ${fs}` : ''}`,
        );
      }),
    );
  }
  for (const table of tables.all)
    told.push(
      `table ${table.name} on ${table.sheet.getName()} R${table.row + 1}C${table.column + 1} ${table.rows}x${table.columns} filters ${JSON.stringify(filters.of(table).map((filter) => filter?.values ?? null))}`,
    );
  for (const chart of charts.all)
    told.push(
      `chart ${chart.name} on ${chart.sheet.getName()}, ${chart.type}, "${chart.title}", of ${(({ row, column, rows, columns }) => `${row} ${column} ${rows} ${columns}`)(charts.sourceOf(chart))}`,
    );
  const frozen = workbench.workbook.names.all.filter(({ name }) => name.startsWith('Coop_Frozen'));
  told.push(...frozen.map(({ name, formulaOrRefString }) => `name ${name} ${formulaOrRefString}`).sort());
  return told.map((line) => line.replace(/"[A-Z]-[0-9A-Z]{6}"/g, '"ID"').replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"TIME"'));
}
