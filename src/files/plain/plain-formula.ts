import { Problem, type ProblemKind } from '../../domain/problem';
import type { Call, Plain } from './contract';
import { CHECK } from './check';
import { EARNINGS } from './earnings';
import { NOT_COVERED, NUM_ERROR, VALUE_ERROR } from './formula-text';
import { whyTooMuch } from './limits';
import { readOperand } from './operand';
import { PERIODS, type Writer, type Written } from './periods';
import { PLANNING } from './planning';
import type { Book } from './book';
import { Unplain } from './unplain';

const WRITERS: Readonly<Record<string, Writer>> = { ...PERIODS, ...EARNINGS, ...PLANNING, CHECK };

/**
 * The formula that takes the place of a call. It gives what the add-in's function gives, and follows its inputs and the rules
 * on the sheet "Co-op rules used".
 */
export function plainFormula(call: Call, book: Book): Plain {
  const name = call.name.toUpperCase();
  const write = WRITERS[name];
  if (!write) return { why: `COOP.${name} has no counterpart among Excel's own functions.` };
  try {
    const operands = call.args.map((text) => readOperand(text, book.given));
    const { text, gives, isFirstLine } = shortEnough(() => write((index) => operands[index] ?? { kind: 'omitted' }, book, call), book);
    const tooMuch = whyTooMuch(text);
    if (tooMuch) return { why: tooMuch };
    book.given.set(text, gives);
    return { formula: text, ...(isFirstLine && { isFirstLine }) };
  } catch (thrown) {
    if (thrown instanceof Unplain) return { why: thrown.message };
    if (thrown instanceof Problem) return { formula: ERRORS[thrown.kind] };
    throw thrown;
  }
}

/** Past this length, days written as text are read without times: a text with a time is an error then. */
const LONG = 2500;

function shortEnough(write: () => Written, book: Book): Written {
  book.readsTimes = true;
  const written = ifShort(write);
  if (written) return written;
  book.readsTimes = false;
  return write();
}

function ifShort(write: () => Written): Written | null {
  try {
    const written = write();
    return written.text.length <= LONG ? written : null;
  } catch (thrown) {
    // what is worked out elsewhere can be too long, too
    if (thrown instanceof Unplain) return null;
    throw thrown;
  }
}

/** What is written in the formula has no answer, so neither has the cell. */
const ERRORS: Readonly<Record<ProblemKind, string>> = { 'bad input': VALUE_ERROR, 'not covered': NOT_COVERED, 'out of range': NUM_ERROR };
