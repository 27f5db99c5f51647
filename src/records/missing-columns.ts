import { list } from '../domain/text/list';
import { pick } from '../domain/text/plural';

/** People deleted columns of our table that a save needs, so nothing can be written. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns';

  constructor(table: string, names: readonly string[]) {
    const listed = list(
      names.map((name) => `"${name}"`),
      'and',
    );
    super(
      `The table ${table} no longer has ${pick(names.length, 'the column', 'the columns')} ${listed}, so nothing was written. Rename ${pick(names.length, 'it', 'them')} back, or rename the table to get a new one.`,
    );
  }
}
