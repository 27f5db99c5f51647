import type { AwaitedRow, UncountedRow } from '../../domain/earnings/uncounted-row';
import { dayOfSerial, SECONDS_A_DAY } from '../../domain/calendar/day';
import { halfOf, labelOf } from '../../domain/calendar/half';
import { outOfRange } from '../../domain/problem';
import { BLANK } from '../range/dictionary';
import { isRollover } from '../range/earning-kinds';
import { isTotalRow } from '../range/total-row';
import { calculatedAt, dayReader, isRoundedIdIn } from './cell-reading';
import { EarningTable, type Reading } from './earning-table';
import {
  MAX_QUARANTINED,
  type CollectedRows,
  type LooseRows,
  type ReadFile,
  type ReportKind,
  type SkippedOfFile,
  type SkippedRows,
} from './earnings-import';
import { plusExactly } from './exact-sum';
import { freeName } from './free-name';
import { KeyTable } from './key-table';
import { KnownCells } from './known-cells';
import { AwaitedRows } from './awaited-rows';
import { allOf, type Cells } from './line-cells';
import { hashPlainId } from './plain-cells';
import { copyOf } from './recent-texts';
import type { ReportColumns } from './report-columns';
import { ReportNames } from './report-names';
import { RateCollector } from './report-rates';
import { eligibleAt, isAtOwnRate, isInUsd, usdMicrosAt } from './row-amount';
import { earningIdAt, rowText, textOf } from './row-text';
import { FIRST_DAY, isHeaderAgain, isNoEarning, troubleWith, type RowRead } from './row-trouble';
import { formatHash, hashText, type TextHash } from './text-hash';

/** Receives the rows of files. */
export type RowTaker = Pick<RowCollector, 'rows' | 'begin' | 'add' | 'setAside' | 'end' | 'passOver'>;

/** A file being read, with what is discarded if it turns out to be the same as an earlier file. */
interface OpenFile {
  index: number;
  read: ReadFile;
  columns: ReportColumns;
  width: number;
  header: readonly unknown[];
  print: TextHash;
  loose: Map<number, LooseRows>;
  skipped: Map<string, number>;
  unreadable: UncountedRow[];
}

/** Checks the rows of reports and keeps the numbers to add them up, but not the rows. */
export class RowCollector {
  rows = 0;
  private readonly names = new ReportNames();
  private readonly dayAt = dayReader();
  private readonly isRollover = new KnownCells((reason) => typeof reason === 'string' && reason !== '' && isRollover(reason), MAX_REASONS);
  private readonly months = new Uint16Array(2 ** 17);
  private readonly keys = new KeyTable();
  private readonly rates = new RateCollector();
  private readonly table = new EarningTable((key) => this.names.specificity(this.keys.keys[key]!));
  private readonly files: ReadFile[] = [];
  private readonly loose: LooseRows[] = [];
  private readonly unreadable: UncountedRow[] = [];
  private readonly skipped: SkippedOfFile[] = [];
  private readonly passedOver: string[] = [];
  private ignored = 0;
  private lastCalculation = 0;
  private file: OpenFile | null = null;
  private readonly hash: TextHash = { a: 0, b: 0 };
  private readonly awaited: AwaitedRows | null;
  private readonly idsOfSeveral = new Map<string, string>();
  /** Reused for each row, to spare the garbage collector a million objects. */
  private readonly reading: Reading = {
    hashA: 0,
    hashB: 0,
    day: 0,
    micros: 0,
    eligible: 0,
    calculated: 0,
    key: 0,
    rows: 1,
    file: 0,
    line: 0,
  };

  /** `awaited` are rows that earlier reports couldn't count. */
  constructor(awaited: readonly AwaitedRow[] = []) {
    const rows = new AwaitedRows(awaited);
    this.awaited = rows.isEmpty ? null : rows;
  }

  /** Starts a file once its header is found. */
  begin(name: string, header: readonly unknown[], columns: ReportColumns, kind: ReportKind): void {
    if (this.files.length >= MAX_FILES) throw outOfRange(`You can read up to ${MAX_FILES} files at once.`);
    this.file = {
      index: this.files.length,
      columns,
      header,
      width: header.length,
      print: { a: 0, b: 0 },
      loose: new Map(),
      skipped: new Map(),
      unreadable: [],
      read: {
        name: freeName(name, this.files),
        kind,
        rows: 0,
        unreadable: 0,
        atOwnRate: 0,
        claims: { rows: 0, micros: 0 },
        fingerprint: '',
        sameAs: null,
        again: { rows: 0, micros: 0 },
      },
    };
  }

  /** Takes a row below the header; returns whether it is a readable earning. */
  add(cells: Cells, line: number, isUnended: boolean): boolean {
    const file = this.file!;
    const { columns } = file;
    const { names } = this;
    const partner = names.partners.in(cells, columns.partnerId);
    const program = names.programs.in(cells, columns.program);
    let type = names.types.in(cells, columns.type);
    const day = this.dayAt(cells, columns.date, columns.marks.dates);
    if (type === BLANK && program === BLANK && isNoEarning(partner, day, cells, columns)) {
      if (cells.length > 1) this.ignored++;
      return false;
    }
    if (day <= 0 && ((type >= 0 && isHeaderAgain(cells, file)) || isTotalRow(allOf(cells)))) {
      this.ignored++;
      return false;
    }
    this.rows++;
    file.read.rows++;
    const micros = usdMicrosAt(cells, columns);
    const kind = type >= 0 ? names.types.dictionary.entries[type]!.kind : 'other';
    const calculated = columns.calculated < 0 ? 0 : calculatedAt(cells, columns.calculated, columns.marks.calculated);
    if (calculated > this.lastCalculation) this.lastCalculation = calculated;
    if (kind === 'claim') {
      file.read.claims.rows++;
      file.read.claims.micros = plusExactly(file.read.claims.micros, micros !== null && !Number.isNaN(micros) ? micros : 0, () =>
        placeOf(file, line),
      );
      this.printText(file, textOf(cells));
      return false;
    }
    const read = { partner, program, type, day, micros, kind };
    const trouble = troubleWith(cells, file, read, isUnended);
    if (trouble !== null) {
      this.quarantine(line, trouble, read, cells);
      this.printText(file, textOf(cells));
      return false;
    }
    // The reason isn't part of an earning's identity, since another file may not have it.
    const itsType = type;
    if (kind === 'rebate' && columns.reason >= 0 && this.isRollover.at(cells, columns.reason)) type = names.rolloverOf(type);
    if (isAtOwnRate(cells, columns)) file.read.atOwnRate++;
    const engagement = columns.engagement < 0 ? BLANK : names.engagements.in(cells, columns.engagement);
    const lever = columns.lever < 0 ? BLANK : names.levers.in(cells, columns.lever);
    const month = this.monthOf(day);
    this.rates.take(cells, columns, month, micros!, file.read.name);
    const eligible = eligibleAt(cells, columns, micros!);
    const key = this.keys.at(month, partner, program, type, engagement, lever);
    const seeds = names.seedsOf(partner, program, itsType);
    const isPlain = columns.earningId >= 0 && hashPlainId(cells, columns.earningId, seeds, this.hash);
    const id = isPlain ? null : earningIdIn(cells, columns);
    if (id !== null) hashText(id, seeds.a, seeds.b, this.hash);
    this.awaited?.look(
      cells,
      id ?? earningIdIn(cells, columns),
      names.types.dictionary.entries[itsType]!.shown,
      `${file.read.name}, line ${line}`,
    );
    if (id === '') {
      const same = file.loose.get(key);
      if (same) {
        same.rows++;
        same.micros = plusExactly(same.micros, micros!, () => placeOf(file, line));
        same.eligible += eligible;
      } else {
        file.loose.set(key, { file: file.index, key, rows: 1, micros: micros!, eligible, line });
      }
      if (columns.earningId < 0) hashText(textOf(cells), seeds.a, seeds.b, this.hash);
    } else {
      const { reading } = this;
      reading.hashA = this.hash.a;
      reading.hashB = this.hash.b;
      reading.day = day;
      reading.micros = micros!;
      reading.eligible = eligible;
      reading.calculated = calculated;
      reading.key = key;
      reading.file = file.index;
      reading.line = line;
      const { hashA, hashB } = reading;
      if (this.table.add(reading) && this.idsOfSeveral.size < MAX_QUARANTINED)
        this.idsOfSeveral.set(`${hashA} ${hashB}`, copyOf(earningIdIn(cells, columns)));
    }
    this.printRow(file, day, micros!, calculated, engagement, lever);
    return true;
  }

  /** Sets aside a row whose cells are unclear, such as one with a stray quotation mark. */
  setAside(line: number, reason: string): void {
    this.rows++;
    this.file!.read.rows++;
    this.quarantine(line, reason, NOTHING_READ, []);
    this.printText(this.file!, `${line}`);
  }

  /** Ends the file. If exactly the same rows were read before, under any name, it changes nothing. */
  end(): void {
    const file = this.file!;
    this.file = null;
    const { read, loose } = file;
    read.fingerprint = `${read.rows}-${formatHash(file.print)}`;
    const same = this.files.find(({ fingerprint, sameAs }) => fingerprint === read.fingerprint && sameAs === null);
    this.files.push(read);
    if (same) {
      read.sameAs = same.name;
      read.again.rows = read.unreadable + read.claims.rows;
      for (const { rows, micros } of loose.values()) {
        read.again.rows += rows;
        read.again.micros += micros;
      }
      return;
    }
    this.loose.push(...loose.values());
    this.unreadable.push(...file.unreadable.slice(0, MAX_QUARANTINED - this.unreadable.length));
    for (const [key, rows] of file.skipped)
      this.skipped.push({ ...(JSON.parse(key) as Omit<SkippedRows, 'rows'>), rows, file: file.index });
  }

  /** Notes a file in a zip that isn't read. */
  readonly passOver = (name: string): void => void this.passedOver.push(name);

  /** Everything that was read. */
  collected(): CollectedRows {
    const { files, passedOver, ignored, unreadable, skipped, loose, idsOfSeveral } = this;
    return {
      idsOfSeveral,
      settled: this.awaited?.settled() ?? [],
      rates: this.rates.rates(),
      files,
      passedOver,
      ignored,
      unreadable,
      skipped,
      loose,
      asOf: this.lastCalculation === 0 ? null : dayOfSerial(SERIAL_OF_2000 + Math.floor(this.lastCalculation / SECONDS_A_DAY)),
      keys: this.keys.keys.map((key) => this.names.spelledOut(key)),
      earnings: this.table.toColumns(),
    };
  }

  private quarantine(line: number, reason: string, { partner, program, type, day, micros }: RowRead, cells: Cells): void {
    const file = this.file!;
    const { partners, programs, types } = this.names;
    const { columns, width } = file;
    const fund = {
      partnerId: partners.dictionary.entries[partner]?.shown ?? '',
      program: programs.dictionary.entries[program]?.shown ?? '',
      half: day < FIRST_DAY ? '' : labelOf(halfOf(dayOfSerial(day))),
    };
    file.read.unreadable++;
    if (file.unreadable.length < MAX_QUARANTINED) {
      // with more cells than the header no one knows which is the amount
      const isAmount = micros !== null && !Number.isNaN(micros) && cells.length <= width && isInUsd(cells, columns);
      file.unreadable.push({
        ...fund,
        file: file.read.name,
        line,
        earningType: types.dictionary.entries[type]?.shown ?? '',
        micros: isAmount ? micros : null,
        earningId: columns.earningId < 0 || isRoundedIdIn(cells, columns.earningId) ? '' : copyOf(earningIdIn(cells, columns)),
        row: rowText(allOf(cells)),
        reason,
      });
    }
    if (Object.values(fund).includes('')) return;
    const key = JSON.stringify(fund);
    const rows = file.skipped.get(key) ?? 0;
    // The rows of further funds count as rows of unknown funds, which any fund may lack.
    if (rows > 0 || this.skipped.length + file.skipped.size < MAX_SKIPPED_FUNDS) file.skipped.set(key, rows + 1);
  }

  /** Adds a row that doesn't count to the file's fingerprint. */
  private printText(file: OpenFile, text: string): void {
    hashText(text, 0, 0, this.hash);
    this.printRow(file, 0, 0, 0, BLANK, BLANK);
  }

  /** Adds a row to the file's fingerprint, which depends on the order. */
  private printRow({ print }: OpenFile, day: number, micros: number, calculated: number, engagement: number, lever: number): void {
    const names = this.names.seedOfNames(engagement, lever);
    print.a = (Math.imul(print.a ^ this.hash.a, 0x9e3779b1) + (day ^ (micros | 0) ^ (micros / 2 ** 32))) | 0;
    print.b = ((Math.imul(print.b ^ this.hash.b, 0x85ebca6b) ^ calculated) + names) | 0;
  }

  private monthOf(day: number): number {
    let month = this.months[day]!;
    if (month === 0) {
      const [year, ofYear] = dayOfSerial(day).split('-').map(Number);
      month = year! * 12 + ofYear! - 1;
      this.months[day] = month;
    }
    return month;
  }
}

/** A row's earning ID for comparison; '' if it has none. */
const earningIdIn = (cells: Cells, { earningId }: ReportColumns): string => (earningId < 0 ? '' : earningIdAt(cells.at(earningId)));

const placeOf = ({ read }: OpenFile, line: number): string => `Line ${line} of ${read.name}`;

/** What is read of a row whose cells can't be told apart. */
const NOTHING_READ: RowRead = { partner: BLANK, program: BLANK, type: BLANK, day: 0, micros: null, kind: 'other' };

const MAX_REASONS = 1000;
const MAX_FILES = 10_000;
const MAX_SKIPPED_FUNDS = 50_000;
const SERIAL_OF_2000 = 36_526;
