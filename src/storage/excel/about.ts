import { inExcel } from './run';

/** The version of Excel, and the self-test if one is open. */
export interface AboutExcel {
  /** `Excel`. */
  host: string;
  /** `PC`, `Mac`, `OfficeOnline`, `iOS`. */
  platform: string;
  /** Excel's version and build. */
  version: string;
  /** The highest version of each requirement set; null if Excel doesn't have the set. */
  sets: readonly { name: string; version: string | null }[];
  /** The results in the open workbook if it's a self-test. */
  selfTest: { madeBy: string; notTrue: string } | null;
}

/** Reads information for a bug report. From the workbook, it only reads two cells of a self-test. One round trip, or two if a self-test is open. */
export function aboutExcel(): Promise<AboutExcel> {
  const { requirements, diagnostics } = Office.context;
  const highest = ({ name, most }: (typeof SETS)[number]) => {
    const minor = Array.from({ length: most }, (_, index) => most - index).find((candidate) =>
      requirements.isSetSupported(name, `1.${candidate}`),
    );
    return { name, version: minor === undefined ? null : `1.${minor}` };
  };
  const { host, platform, version } = diagnostics;
  return inExcel(async (context) => ({
    host: String(host),
    platform: String(platform),
    version,
    sets: SETS.map(highest),
    selfTest: await selfTest(context),
  }));
}

/** The sets that matter for the add-in, and the highest minor version to check, well above any that exist. */
const SETS = [
  { name: 'ExcelApi', most: 30 },
  { name: 'ExcelApiOnline', most: 5 },
  { name: 'ExcelApiDesktop', most: 9 },
  { name: 'CustomFunctionsRuntime', most: 9 },
  { name: 'SharedRuntime', most: 5 },
  { name: 'RibbonApi', most: 5 },
] as const;

async function selfTest(context: Excel.RequestContext): Promise<AboutExcel['selfTest']> {
  const { names } = context.workbook;
  const count = names.getItemOrNullObject('CoopSelfTestNotTrue');
  const version = names.getItemOrNullObject('CoopSelfTestVersion');
  count.load('name');
  version.load('name');
  await context.sync();
  if (count.isNullObject || version.isNullObject) return null;
  const [counted, madeBy] = [count.getRange(), version.getRange()];
  counted.load('text');
  madeBy.load('text');
  await context.sync();
  return { madeBy: madeBy.text[0]![0]!, notTrue: counted.text[0]![0]! };
}
