/**
 * How the minimizer names things in functions.js. The first eight names are kept for what is inside functions, so that most
 * functions use the same ones and pack better: two hundred bytes less than in terser's own order. Terser names all that the
 * file holds first, counting up, and then begins again at 0 with each function; it checks that no name is taken.
 *
 * The minimizer may run elsewhere: methods stand alone, and what they remember is in the object.
 */
export const SHORT_NAMES = {
  before: -1,
  isInside: false,

  get(count: number): string {
    const letters = 'etnrosaicludmpfhgvybw$SCMAkPDIxOTRNEFBUzWYLjHGq_VKJXZQ';
    const all = `${letters}0123456789`;
    this.isInside ||= count <= this.before;
    this.before = count;
    const nth = this.isInside ? count : count + 8;
    let name = letters[nth % letters.length]!;
    for (let rest = Math.floor(nth / letters.length); rest > 0; rest = Math.floor(rest / all.length)) {
      rest--;
      name += all[rest % all.length]!;
    }
    return name;
  },
};
