import { accrued } from '../functions/accrued';
import { activities } from '../functions/activities';
import { allocate } from '../functions/allocate';
import { calendar } from '../functions/calendar';
import { cap } from '../functions/cap';
import { category } from '../functions/category';
import { check } from '../functions/check';
import { claimable } from '../functions/claimable';
import { claimby } from '../functions/claimby';
import { day } from '../functions/day';
import { deadline } from '../functions/deadline';
import { earn } from '../functions/earn';
import { earngrowth } from '../functions/earngrowth';
import { earned } from '../functions/earned';
import { earnings } from '../functions/earnings';
import { earnrate } from '../functions/earnrate';
import { eligible } from '../functions/eligible';
import { expenses } from '../functions/expenses';
import { forecast } from '../functions/forecast';
import { fund } from '../functions/fund';
import { intime } from '../functions/intime';
import { ledger } from '../functions/ledger';
import { next } from '../functions/next';
import { paydate } from '../functions/paydate';
import { period } from '../functions/period';
import { projection } from '../functions/projection';
import { proof } from '../functions/proof';
import { qualifies } from '../functions/qualifies';
import { revenuefor } from '../functions/revenuefor';
import { safeby } from '../functions/safeby';
import { shift } from '../functions/shift';
import { source } from '../functions/source';
import { split } from '../functions/split';
import { stage } from '../functions/stage';
import { standing } from '../functions/standing';
import { threshold } from '../functions/threshold';
import { usable } from '../functions/usable';

/** A COOP function as Excel calls it. */
export type CoopFunction = (...values: unknown[]) => unknown;

const FUNCTIONS: Readonly<Record<string, (...values: never[]) => unknown>> = {
  accrued,
  activities,
  allocate,
  calendar,
  cap,
  category,
  check,
  claimable,
  claimby,
  day,
  deadline,
  earn,
  earngrowth,
  earned,
  earnings,
  earnrate,
  eligible,
  expenses,
  forecast,
  fund,
  intime,
  ledger,
  next,
  paydate,
  period,
  projection,
  proof,
  qualifies,
  revenuefor,
  safeby,
  shift,
  source,
  split,
  stage,
  standing,
  threshold,
  usable,
};

/** The functions by ID (`SPLIT`): the same source as in cells, but with steps, which functions.js is built without. */
export const COOP_FUNCTIONS: ReadonlyMap<string, CoopFunction> = new Map(
  Object.entries(FUNCTIONS).map(([name, run]) => [name.toUpperCase(), run as CoopFunction]),
);
