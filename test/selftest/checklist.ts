import type { Cell, CellStyle, WriteSheet } from 'hucre';
import { HEAD, TITLE } from './file-cell';

type Step = readonly [where: string, what: string, expected: string];

const ALL = 'Windows, web, Mac';
const WEB = 'Windows, web';
const WIN = 'Windows';

/** Twenty minutes in a real Excel: what no test without Excel can see. Minutes are what each part takes. */
const PARTS: readonly (readonly [title: string, steps: readonly Step[]])[] = [
  [
    'Begin (3 minutes)',
    [
      [
        ALL,
        'Sideload the add-in, open its pane, and type =COOP.PERIOD("2024-10-01") into an empty cell.',
        'FY25 H1 within seconds; no #NAME?.',
      ],
      [
        WEB,
        'Open the console of the pane (F12, or Attach Debugger in the pane’s menu).',
        'No report of the content security policy, no 404.',
      ],
      [
        WEB,
        'Open Rules in the pane, choose Copy for a bug report at its end, and paste it into a file.',
        'Host, platform, and requirement sets are named. ExcelApiOnline only on the web.',
      ],
    ],
  ],
  [
    'Import and tables (6 minutes)',
    [
      [
        ALL,
        'Import the sample report that comes with the add-in.',
        'CoopEarnings and CoopFunds are there; Month and days look like days; no @ in front of COOP, no #SPILL!, no #BUSY! after ten seconds.',
      ],
      [
        WIN,
        'In Script Lab, load the formulas of one row of CoopFunds and of CoopPlan.',
        'Write down the spelling: [@ID] or [#This Row], COOP.X or _xldudf_COOP_X.',
      ],
      [WIN, 'Import a second report that lacks two of the rows.', 'The rows are gone, all others are as before.'],
      [WIN, 'Take that import back.', 'Everything is as it was; no row is left over.'],
      [
        WEB,
        'Make the chart of earnings.',
        'A different month in each row of CoopChart; months are the categories of the chart, not a series.',
      ],
      [
        WIN,
        'Filter CoopEarnings by one month, then import again.',
        'The filter is lifted and put back, or all rows show; every row is right.',
      ],
      [
        WIN,
        'Format the column Partner ID as Text, then import a report with a new partner.',
        'The ID is there without an apostrophe; no message that Excel did not keep something.',
      ],
      [
        WIN,
        'Turn on Total Row for CoopEarnings, read the pane, import one more row, turn it off again.',
        'The total is in no list of the pane; the new row is above the total.',
      ],
    ],
  ],
  [
    'Plan (4 minutes)',
    [
      [
        WIN,
        'Save an activity with two expenses, then one without. Then type a figure into Budget of a third row in the sheet.',
        'The first row’s Budget is the sum of its expenses, the others are their own; the figure does not fill the column.',
      ],
      [
        WEB,
        'Pick a Status from its list in the first row of CoopPlan, and in a row that the pane appended.',
        'Both rows have the list; the pane shows the change without Refresh.',
      ],
      [WIN, 'Delete an activity, choose Undo in the pane, then press Ctrl+Z in the sheet.', 'Write down what Ctrl+Z takes back.'],
      [
        WIN,
        'Begin to edit a cell, and choose Save in the pane before you end it.',
        'The pane waits, or says that a cell is being edited; nothing hangs.',
      ],
    ],
  ],
  [
    'Functions (3 minutes)',
    [
      [
        WEB,
        'Insert =COOP.LEDGER from the pane right below a table, then right beside it.',
        'The pane warns or leaves a row free; no table grows around the result.',
      ],
      [
        WIN,
        'Select a cell within the spilled result and choose Explain. In Script Lab, load the formulas of that cell.',
        'Explain tells of the first cell’s formula. Write down what formulas gives: "" or the formula.',
      ],
      [
        WIN,
        'Insert a function and look at Explain without touching the sheet.',
        'The answer comes by itself; Explain does not stay at "not finished".',
      ],
      [WIN, 'Set calculation to manual and insert a function.', 'A value, or #BUSY! until F9: write down which.'],
    ],
  ],
  [
    'Open again, and others (4 minutes)',
    [
      [
        ALL,
        'Save, close, and open the workbook again with the pane closed. Change an input.',
        'Values are there; they recalculate. Write down how long the first one takes.',
      ],
      [WIN, 'Look at CoopToday and the file’s version history without opening the pane.', 'Nothing was written.'],
      [
        WEB,
        'Have a second person open the file and choose tomorrow as their As of date; both keep the pane open for two minutes.',
        'CoopToday does not change by itself; no versions pile up.',
      ],
      [
        WIN,
        'Open the file where the add-in is not installed and note the text of a COOP cell. Install it, then choose Recalculate co-op.',
        'Every cell is repaired.',
      ],
      [
        WIN,
        'Open a second workbook and click it while an import runs in the first.',
        'The import ends well, or one sentence says why not and everything is as before.',
      ],
      [WIN, 'Select a chart and choose Use selected cells. Then select two areas with Ctrl.', 'A sentence that helps, each time.'],
      [
        WIN,
        'Protect the plan’s sheet. Choose Recalculate co-op, then save in the pane.',
        'A sentence for the protected sheet; the other sheets are repaired.',
      ],
      ['Mac', 'Choose a file, drop a file, copy a summary, print, and type into a date field.', 'Write down which of them do nothing.'],
      [
        'Windows, German',
        'In a German Excel, or with German regional settings: the sample, the chart, and two activities once more. Type 01.10.2024 as a start.',
        'The same numbers; the day is October 1.',
      ],
      [
        WIN,
        'Import the sample into a workbook that counts days from 1904, and save an activity.',
        'The right days. The twin self-test, selftest-1904.xlsx, shows 0.',
      ],
      [WIN, 'Hide the plan’s sheet and choose Show in sheet in the pane.', 'A sentence, not an error.'],
    ],
  ],
];

const BORDER = { style: 'thin' as const, color: { rgb: 'A6A6A6' } };
const BOXED: CellStyle = {
  border: { top: BORDER, right: BORDER, bottom: BORDER, left: BORDER },
  alignment: { wrapText: true, vertical: 'top' },
};
const BOX: CellStyle = { ...BOXED, font: { size: 14 }, alignment: { horizontal: 'center', vertical: 'top' } };
const HEAD_ROW = 5;
/** How wide the texts are, in characters of the standard font. */
const WIDTHS = { where: 11, what: 46, expected: 42, seen: 44 };
const LINE_POINTS = 15;

/** A checklist to print and fill in. */
export function checklistSheet(): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>();
  const put = (row: number, column: number, cell: Partial<Cell>): void => void cells.set(`${row},${column}`, cell);
  put(0, 0, { value: 'Twenty minutes in a real Excel', style: TITLE });
  put(1, 0, {
    value:
      'Write down what you see, not whether it is right. Have Script Lab at hand. Start in Excel for Windows, then repeat the steps that name the web or Mac there.',
  });
  ['Excel version and build:', 'Windows, web, or Mac:', 'Tried by, and on:'].forEach((value, index) => {
    put(3, [0, 4, 5][index]!, { value: `${value} ${'_'.repeat([40, 16, 24][index]!)}` });
  });
  ['Done', 'No.', 'Where', 'What to do', 'What should happen', 'What you saw'].forEach((value, column) =>
    put(HEAD_ROW, column, { value, style: { ...HEAD, border: BOXED.border } }),
  );
  let row = HEAD_ROW + 1;
  let step = 1;
  for (const [title, steps] of PARTS) {
    put(row, 0, { value: title, style: { font: { bold: true } } });
    heights.set(row++, { height: 20 });
    for (const [where, what, expected] of steps) {
      put(row, 0, { value: '☐', style: BOX });
      [step, where, what, expected, ''].forEach((value, index) =>
        put(row, 1 + index, { value: value === '' ? null : value, style: BOXED }),
      );
      const lines = Math.max(linesIn(where, WIDTHS.where), linesIn(what, WIDTHS.what), linesIn(expected, WIDTHS.expected), 2);
      heights.set(row, { height: lines * LINE_POINTS + 4 });
      step++;
      row++;
    }
  }
  return {
    name: 'Checklist',
    cells,
    rows: [],
    rowDefs: heights,
    columns: [
      { width: 6 },
      { width: 5 },
      { width: WIDTHS.where },
      { width: WIDTHS.what },
      { width: WIDTHS.expected },
      { width: WIDTHS.seen },
    ],
    freezePane: { rows: HEAD_ROW + 1, columns: 0 },
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${HEAD_ROW + 1}:$${HEAD_ROW + 1}`,
      printArea: `$A$1:$F$${row}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6 },
    },
    headerFooter: { oddFooter: '&LCo-op Planner: checklist&RPage &P of &N' },
  };
}

/** How many lines a text takes in a column, wrapped at its spaces; a little too many rather than too few. */
function linesIn(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > width - 2) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
