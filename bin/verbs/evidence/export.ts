import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { oneOf, parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { FORMATS } from './formats';
import { assemblyAmong, readEvidence } from './read-evidence';

export const exportEvidence: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string' }, output: { type: 'string' }, 'report-url': { type: 'string' } },
    }),
  );
  const names = Object.keys(FORMATS);
  if (values.format === undefined) throw new UsageError(`give --format, one of: ${names.join(', ')}`);
  const load = FORMATS[oneOf('format', values.format, names)];
  const evidence = readEvidence(assemblyAmong(positionals));
  const render = await load?.();
  const text = render?.(evidence, { reportUrl: values['report-url'] }) ?? '';
  if (values.output === undefined) {
    io.stdout.write(text);
    return EXIT.fine;
  }
  try {
    writeFileSync(values.output, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`cannot write ${values.output}: ${code}`);
  }
  io.stderr.write(`wrote ${values.output}\n`);
  return EXIT.fine;
};
