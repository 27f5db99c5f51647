import { ACTIVITY_NAMES } from '../../src/rulebook/rules/activities';
import { LEVERS } from '../../src/rulebook/rules/levers';
import { PROGRAMS } from '../../src/rulebook/rules/programs';
import type { InputCell } from './plain-workbook';

const two = (n: number): string => `${n}`.padStart(2, '0');

/** Inputs of each kind, some of them wrong, as people and reports write them. */
export function inputs(random: () => number) {
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => values[whole(0, values.length - 1)]!;
  const year = (): number => (random() < 0.8 ? whole(2020, 2027) : whole(2000, 2099));
  const isoDay = (): string => `${year()}-${two(whole(1, 12))}-${two(whole(1, 28))}`;
  const serial = (): number => whole(43_000, 46_900) + (random() < 0.2 ? random() : 0);
  const timed = (): string =>
    `${isoDay()}T${two(whole(0, 23))}:${two(whole(0, 59))}:00${pick(['', 'Z', '.000Z', '+02:00', '-05:00', '-0330'])}`;
  const day = (): InputCell =>
    pick<() => InputCell>([serial, serial, isoDay, () => pick<InputCell>(['31.12.2024', '2024-02-30', 'soon', 5, 80_000])])();
  const label = (): string => {
    const [fy, half] = [year(), whole(1, 2)];
    const short = `${fy}`.slice(2);
    return pick([
      `FY${short} H${half}`,
      `FY${short} H${half}`,
      `fy${fy}h${half}`,
      `H${half} FY${short}`,
      `FY ${short}-H ${half}`,
      `FY${short}  H${half} `,
    ]);
  };
  const half = (): InputCell =>
    pick<() => InputCell>([label, label, label, serial, isoDay, () => pick(['H1', 'FY25', 'FY25 H3', '2024'])])();
  const amount = (): InputCell =>
    pick<() => InputCell>([
      () => whole(-200_000, 3_000_000) / 100,
      () => whole(-20_000, 300_000) / 8,
      () => `${whole(0, 99_999)}.${two(whole(0, 99))}`,
      () =>
        pick<InputCell>([0, '1,234.50', '12 000', '5%', true, '1e3', '-30', '+7.005', '.5', 'x', 4000, 10_000, 9999.99, 1500, 1499.995]),
    ])();
  const maybe =
    (given: () => InputCell): (() => InputCell) =>
    () =>
      random() < 0.25 ? null : given();
  const alias = (names: readonly { name: string; aliases: readonly string[] }[]): string => {
    const { name, aliases } = pick(names);
    const text = pick([name, name, ...aliases]);
    return pick([text, text.toUpperCase(), text.replaceAll(' ', '-'), ` ${text} `]);
  };
  const program = (): InputCell => (random() < 0.1 ? 'Contoso' : random() < 0.5 ? 'Microsoft Commerce Incentives' : alias(PROGRAMS));
  const lever = (): InputCell => (random() < 0.1 ? 'Nope' : alias(LEVERS));
  const activity = (): InputCell =>
    random() < 0.1
      ? 'Golf day'
      : pick([alias(ACTIVITY_NAMES), `${pick(['Demand Generation', 'Partner Readiness'])} - ${alias(ACTIVITY_NAMES)}`]);
  const count = (): InputCell => pick<InputCell>([1, 2, 3, 14, 30, '0', '12', 2.5, -1, 'x', 400]);
  const share = (): InputCell => pick<InputCell>([0.4, 0.35, '40%', '33.3%', '0%', 1, 1.5, '0.25', '40 %', 'x', 0]);
  const basis = (): InputCell => pick(['earning', 'usage', 'Usage', 'other']);
  return { day, half, amount, program, lever, activity, count, share, basis, timed, maybe, pick };
}

type Pools = ReturnType<typeof inputs>;

/** How the arguments of each function are generated. */
export const ARGUMENTS: Readonly<Record<string, (pools: Pools) => readonly (() => InputCell)[]>> = {
  PERIOD: ({ day, timed, pick }) => [() => pick([day, timed])()],
  FUND: ({ day }) => [day],
  DAY: ({ timed, day, pick }) => [() => pick([day, timed, timed])()],
  SHIFT: ({ half, count, maybe, pick }) => [
    () => pick([half, () => pick(['July 2026 – December 2026', 'January - June 2025'])])(),
    maybe(count),
  ],
  DEADLINE: ({ half, maybe, basis, pick }) => [
    half,
    maybe(() => pick(['claim', 'Resolution', 'usage-end', 'retention', 'claim opens', 'earning start', 'other'])),
    maybe(basis),
  ],
  STAGE: ({ half, day, maybe, basis }) => [half, day, maybe(basis)],
  NEXT: ({ half, day, maybe, pick, basis }) => [half, day, maybe(() => pick(['day', 'name', 'days', 'x'])), maybe(basis)],
  CLAIMBY: ({ day, maybe, pick }) => [day, maybe(() => pick(['final', 'advised', 'resolution', 'usage end']))],
  SAFEBY: ({ half, day, maybe, count }) => [half, maybe(day), maybe(count), maybe(count)],
  INTIME: ({ timed, half, maybe, basis }) => [timed, half, maybe(basis)],
  PAYDATE: ({ day, maybe, pick }) => [day, maybe(() => pick(['claim', 'claim latest', 'rebate', 'rebate 15th', 'converted']))],
  SPLIT: ({ amount, maybe, day, lever, program, pick }) => [
    amount,
    () => pick(['rebate', 'co-op', 'Coop']),
    maybe(day),
    maybe(lever),
    maybe(program),
  ],
  EARNRATE: ({ lever, maybe, day, program }) => [lever, maybe(day), maybe(program)],
  EARN: ({ amount, lever, maybe, day, program }) => [amount, lever, maybe(day), maybe(program)],
  EARNGROWTH: ({ amount, lever, maybe, day }) => [amount, amount, lever, maybe(day)],
  THRESHOLD: ({ amount, half, maybe, pick, program }) => [
    amount,
    maybe(half),
    maybe(() => pick(['usable', 'converted', 'shortfall', 'amount', 'status'])),
    maybe(program),
  ],
  REVENUEFOR: ({ amount, lever, maybe, day }) => [amount, lever, maybe(day)],
  CATEGORY: ({ activity, maybe, day }) => [activity, maybe(day)],
  CAP: ({ activity, amount, maybe, count, day, program }) => [activity, amount, maybe(count), maybe(day), maybe(program)],
  ELIGIBLE: ({ activity, day, maybe, half, program }) => [activity, day, maybe(day), maybe(half), maybe(program)],
};
