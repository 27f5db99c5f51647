/** A table of ours from which people have taken columns that are needed: nothing can be written. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns';

  constructor(table: string, names: readonly string[]) {
    const listed = names.map((name) => `"${name}"`).join(' and ');
    super(
      `The table ${table} has no column ${listed} any more, so nothing was written. Rename it back, or give the table another name to have a new one made.`,
    );
  }
}
