import { inExcel, offers } from './excel';
import { troubleOf } from './trouble';

/** What a recalculation could not reach. */
export interface Recalculation {
  /** Protected sheets with COOP formulas that show #NAME?. */
  protectedSheets: string[];
}

/** Has Excel work out every formula again. */
export function recalculateAll(): Promise<void> {
  return inExcel(
    async (context) => {
      context.workbook.application.calculate(Excel.CalculationType.full);
      await context.sync();
    },
    { waitForEdit: true },
  );
}

/**
 * Writes every COOP formula that shows #NAME? into its cell again, since a recalculation does not make Excel look up a
 * name it did not know when the file was opened; then has Excel work out everything.
 */
export async function repairAndRecalculate(): Promise<Recalculation> {
  const protectedSheets = offers('1.9') ? await inExcel(rewriteUnknownNames, { waitForEdit: true }) : [];
  await recalculateAll();
  return { protectedSheets };
}

async function rewriteUnknownNames(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const found = worksheets.items.map((sheet) => {
    const broken = sheet.getRange().getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas, Excel.SpecialCellValueType.errors);
    broken.load('areas/items/formulas,areas/items/values');
    sheet.protection.load('protected');
    return { sheet, broken };
  });
  await context.sync();
  const kept: string[] = [];
  for (const { sheet, broken } of found) {
    if (broken.isNullObject) continue;
    let touched = false;
    for (const area of broken.areas.items) {
      area.values.forEach((row, r) =>
        row.forEach((value, c) => {
          const formula = String(area.formulas[r]![c]);
          if (value !== '#NAME?' || !COOP_CALL.test(formula)) return;
          touched = true;
          if (!sheet.protection.protected) area.getCell(r, c).formulas = [[formula]];
        }),
      );
    }
    if (touched && sheet.protection.protected) kept.push(sheet.name);
  }
  try {
    await context.sync();
  } catch (error) {
    // The formulas stand as they did; the recalculation is still worth having.
    troubleOf(error);
  }
  return kept;
}

const COOP_CALL = /COOP[._]/i;
