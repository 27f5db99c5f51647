import { CoopFormula, mayCallCoop, type Place, type Translate } from './rewrite-formula';
import type { Plain } from './plain/contract';

/** Turns formulas of a workbook, cells and others, and knows the names that can't be used anymore. */
export class Translation {
  /** In lower case: names whose formula needs the add-in and has no plain one. */
  private readonly lost = new Set<string>();
  private lostNames: RegExp | null = null;

  constructor(private readonly translate: Translate) {}

  /** Marks a name as one that no formula can use. */
  lose(name: string): void {
    this.lost.add(name.toLowerCase());
    this.lostNames = new RegExp([...this.lost].map((each) => each.replace(/[^\p{L}\p{N}_]/gu, '\\$&')).join('|'), 'iu');
  }

  /** Whether a text, of a part or of a formula, may have to do with the add-in. It's quick, for parts of any size. */
  mayNeed(text: string): boolean {
    return mayCallCoop(text) || (this.lostNames?.test(text) ?? false);
  }

  /** The formula, without "=", if it needs the add-in; null if it doesn't. */
  read(formula: string): CoopFormula | null {
    if (!this.mayNeed(formula)) return null;
    const read = new CoopFormula(formula);
    return read.callsCoop || this.lostNameIn(read) !== null ? read : null;
  }

  /** What takes its place. */
  plain(formula: CoopFormula, place: Place): Plain {
    const name = this.lostNameIn(formula);
    return name === null ? formula.rewritten(place, this.translate) : { why: `It uses the name ${name}, which needs the add-in.` };
  }

  private lostNameIn(formula: CoopFormula): string | null {
    return this.lost.size === 0 ? null : ([...formula.names].find((name) => this.lost.has(name)) ?? null);
  }
}

/** Turns every formula of a cell into its value, for a copy in which nothing moves. */
export class IntoValues extends Translation {
  constructor() {
    super(() => ({ why: VALUE }));
  }

  override mayNeed(): boolean {
    return true;
  }

  override read(formula: string): CoopFormula {
    return new CoopFormula(formula);
  }

  override plain(): Plain {
    return { why: VALUE };
  }
}

const VALUE = 'The copy has values only.';
