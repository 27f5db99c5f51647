import { plural } from '../../domain/text/plural';
import { packRows, RULE_PACKS } from '../../rulebook/packs/packs';
import type { RulePack } from '../../rulebook/packs/rule-pack';
import type { OwnRules } from '../../storage/rules/own-rules';
import { takeOutPack, usePack } from '../../storage/rules/pack-edits';
import type { TakeBack, Workbook } from '../../storage/workbook';

/** A pack on the screen. */
export interface PackView {
  pack: RulePack;
  /** 13 rules. */
  count: string;
  isUsed: boolean;
}

/** The packs, and whether the workbook uses them; `ownRules` is null if it has no table of rules. */
export const packsIn = (ownRules: OwnRules | null): PackView[] =>
  RULE_PACKS.map((pack) => ({
    pack,
    count: plural(packRows(pack).length, 'rule'),
    isUsed: ownRules?.rows.some((row) => row.pack === pack.name) ?? false,
  }));

/** What changing the packs did, with the way back. */
export interface PackChanged {
  sentence: string;
  undone: string;
  takeBack: TakeBack | null;
}

/** Adds a pack's rows to the workbook's own rules, in a new table if there is none. */
export async function addPack(workbook: Pick<Workbook, 'tables'>, pack: RulePack): Promise<PackChanged> {
  const takeBack = await usePack(workbook.tables, pack);
  return {
    sentence: `This workbook uses ${pack.name}. Its rates are not verified.`,
    undone: `Undone: ${pack.name} is not used.`,
    takeBack,
  };
}

/** Removes a pack's rows. Rows whose Pack someone cleared stay. */
export async function removePack(workbook: Pick<Workbook, 'tables'>, pack: RulePack): Promise<PackChanged> {
  const takeBack = await takeOutPack(workbook.tables, pack);
  return { sentence: `Took ${pack.name} out of this workbook.`, undone: `Undone: this workbook uses ${pack.name} again.`, takeBack };
}
