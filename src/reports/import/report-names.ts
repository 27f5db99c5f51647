import { fold } from '../../rulebook/names';
import { programNamed } from '../../rulebook/rules-on';
import { Dictionary } from '../range/dictionary';
import { kindOfType, type EarningKind } from '../range/earning-kinds';
import { partnerKey, shownId } from '../../domain/earnings/partner-id';
import { programKey, typeKey } from '../../rulebook/name-keys';
import { NameColumn } from './cell-reading';
import type { Month, MonthKey } from './earnings-import';
import type { NumberedKey } from './key-table';
import { hashText, type TextHash } from './text-hash';

interface Name {
  shown: string;
  /** The name as two hash seeds, which are the same in every import, unlike its number. */
  seed: TextHash;
}

interface TypeName extends Name {
  kind: EarningKind;
}

/** The names in the columns of reports, each with a number, so that rows are compared by numbers only. */
export class ReportNames {
  readonly partners = namesOf('Partner IDs', partnerKey, (shown, seed) => ({ shown: shownId(shown), seed }));
  readonly programs = namesOf('programs', programKey, (shown, seed) => ({ shown: programNamed(shown) ?? shown, seed }));
  readonly types = namesOf('earning types', typeKey, (shown, seed): TypeName => ({ shown, seed, kind: kindOfType(shown) }));
  readonly engagements = namesOf('engagements', foldName, (shown, seed) => ({ shown, seed }));
  readonly levers = namesOf('levers', foldName, (shown, seed) => ({ shown, seed }));
  private readonly rollovers = new Map<number, number>();
  private readonly seeds: TextHash = { a: 0, b: 0 };

  /** Seeds that separate the same earning ID under different Partner IDs, programs, and types. Overwritten by each call. */
  seedsOf(partner: number, program: number, type: number): TextHash {
    const { seed: ofPartner } = this.partners.dictionary.entries[partner]!;
    const { seed: ofProgram } = this.programs.dictionary.entries[program]!;
    const { seed: ofType } = this.types.dictionary.entries[type]!;
    this.seeds.a = Math.imul(Math.imul(ofPartner.a, 31) ^ ofProgram.a, 31) ^ ofType.a;
    this.seeds.b = Math.imul(Math.imul(ofPartner.b, 31) ^ ofProgram.b, 31) ^ ofType.b;
    return this.seeds;
  }

  /** A seed for the two names that may be blank. */
  seedOfNames(engagement: number, lever: number): number {
    return (this.engagements.dictionary.entries[engagement]?.seed.a ?? 0) ^ (this.levers.dictionary.entries[lever]?.seed.b ?? 0);
  }

  /** The type for co-op that was moved or converted: a separate kind, although its earning type is rebate. */
  rolloverOf(rebate: number): number {
    let index = this.rollovers.get(rebate);
    if (index === undefined) {
      const { shown, seed } = this.types.dictionary.entries[rebate]!;
      index = this.types.dictionary.add({ shown, kind: 'rollover', seed: { a: ~seed.a, b: ~seed.b } });
      this.rollovers.set(rebate, index);
    }
    return index;
  }

  /** How specific a key is: by whether it's a rollover, then has a lever, then has an engagement. */
  specificity({ type, engagement, lever }: NumberedKey): number {
    const isRollover = this.types.dictionary.entries[type]!.kind === 'rollover';
    return (isRollover ? 4 : 0) + (lever >= 0 ? 2 : 0) + (engagement >= 0 ? 1 : 0);
  }

  /** A key with its names as first spelled. */
  spelledOut({ month, partner, program, type, engagement, lever }: NumberedKey): MonthKey {
    const { shown, kind } = this.types.dictionary.entries[type]!;
    return {
      month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` as Month,
      partnerId: this.partners.dictionary.entries[partner]!.shown,
      program: this.programs.dictionary.entries[program]!.shown,
      engagement: this.engagements.dictionary.entries[engagement]?.shown ?? '',
      lever: this.levers.dictionary.entries[lever]?.shown ?? '',
      earningType: shown,
      kind,
    };
  }
}

function namesOf<E extends Name>(
  called: string,
  keyOf: (text: string) => string,
  make: (shown: string, seed: TextHash) => E,
): NameColumn<E> {
  const describe = (text: string, key: string): E => {
    const seed = { a: 0, b: 0 };
    hashText(key, 0, 0, seed);
    return make(text, seed);
  };
  return new NameColumn(new Dictionary(keyOf, describe), called);
}

/** Levers and engagements have hyphens or en dashes, in any case (C23). A name of only punctuation stays as it is. */
const foldName = (text: string): string => fold(text) || text;
