import { isErrorCell, plainValue } from '../../cells/cell-value';
import { bareText } from '../bare-text';
import { isBlank } from './columns';

/**
 * Whether a row without a date is a table's total row: a word for it, and otherwise only numbers. Excel's total row may
 * count or add up any column, so its Partner ID can be the number of rows.
 */
export function isTotalRow(cells: readonly unknown[]): boolean {
  const filled = cells.map(plainValue).filter((cell) => !isBlank(cell) || cell === 0);
  const words = filled.filter((cell) => typeof cell === 'string' && !NUMBER.test(cell));
  return words.length === 1 && TOTAL.test(bareText(words[0] as string)) && filled.every((cell) => !isErrorCell(cell));
}

const NUMBER = /^[\s$(+\-\u2212]*\d[\d\s.,']*[)\s\-\u2212]*$/;
/** The words that Excel and pivot tables use, in the languages of most partners. */
const TOTAL =
  /^(?:(?:grand|sub)[ -]?)?(?:totals?|totale|totaal|totalt|totaux|eindtotaal|gesamt|gesamtsumme|gesamtergebnis|ergebnis|summe|summa|suma|somme|celkem|összesen|toplam|итог|итого|всего|合計|集計|总计|汇总|總計|합계|요약):?$/i;
