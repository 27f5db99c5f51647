import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Problem } from '../domain/problem';
import { printable } from '../reports/import/shown-text';

/** Invalid arguments, and files that can't be read or written: prints one sentence and exits with code 2. */
export class BadUsage extends Error {}

/** The command's arguments. */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (thrown) {
    const [sentence = ''] = (thrown as Error).message.split(/\.\s/);
    throw new BadUsage(`${sentence.replace(/\.$/, '')}; --help lists the options.`);
  }
}

/** What a command prints, and an exit code of its own that says what it found. */
export interface Outcome {
  text: string;
  code: number;
}

/** Runs a command and prints what it gives, or in one sentence why it failed; `failed` is the exit code of what wasn't foreseen. */
export function run(main: () => Promise<string | Outcome>, failed = 1): void {
  main().then(
    (outcome) => (typeof outcome === 'string' ? finish(0, outcome, process.stdout) : finish(outcome.code, outcome.text, process.stdout)),
    (thrown: unknown) => {
      const sentence = thrown instanceof Error ? thrown.message.split('\n')[0]! : String(thrown);
      finish(thrown instanceof Problem || thrown instanceof BadUsage ? 2 : failed, `${printable(sentence)}\n`, process.stderr);
    },
  );
}

/** Sets the exit code instead of exiting, since a pipe takes a large text in pieces. */
function finish(code: number, text: string, stream: NodeJS.WriteStream): void {
  process.exitCode = code;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // The reader may close the pipe early, as `head` does.
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    if (stream === process.stdout) process.stderr.write(`The output can't be written: ${error.message}.\n`);
  });
  stream.write(text);
}
