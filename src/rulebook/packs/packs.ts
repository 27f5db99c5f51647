import { formatDay, type Day } from '../../domain/calendar/day';
import { FY26_AS_REPORTED } from './fy26-as-reported';
import { FY27_AS_REPORTED } from './fy27-as-reported';
import type { RulePack } from './rule-pack';

/** The packs, oldest first. */
export const RULE_PACKS: readonly RulePack[] = [FY26_AS_REPORTED, FY27_AS_REPORTED];

/** The rows of a pack by column. */
export function packRows({ name, csv }: RulePack): Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => {
    const cells = Object.fromEntries(header.map((column, index) => [column, row[index] ?? '']));
    return { ...cells, Note: cells['Note']!.replace(/\d{4}-\d\d-\d\d/, (day) => formatDay(day as Day)), Pack: name };
  });
}
