import type { TableDesign } from '../../records/table';
import { RULES_TABLE } from './rules-table';

/** The design of the table of own rules. */
export const RULES_DESIGN: TableDesign = {
  name: RULES_TABLE,
  sheet: 'Co-op rules',
  title: 'Rules of this workbook',
  hint: 'Rule is split, rate, or threshold. From is its first day. Value is the co-op share (40%), the earning rate (3.75%), or the threshold in US dollars. A rule here overrides the built-in one.',
  columns: [
    { name: 'Rule', width: 80 },
    { name: 'Program', width: 190 },
    { name: 'Lever', width: 240, wraps: true },
    { name: 'From', width: 85, format: 'yyyy-mm-dd' },
    { name: 'Value', width: 80 },
    { name: 'Note', width: 260, wraps: true },
  ],
};
