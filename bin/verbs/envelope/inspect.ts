import { parseArgs } from 'node:util';
import { oneOf, parsed } from '../arguments';
import { EXIT, type Verb } from '../verb';
import { chunksOf, inputAmong } from './input';
import { messageStart } from './message-start';
import { jsonLine } from './json-line';
import { inspectionTable } from './render-inspection';

/** Reads no further than the header. */
export const inspectFile: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'table' } },
    }),
  );
  const format = oneOf('format', values.format, ['table', 'json']);
  const source = chunksOf(inputAmong(positionals, io));
  const { inspection } = await messageStart(source);
  await source.return();
  io.stdout.write(format === 'json' ? jsonLine(inspection) : inspectionTable(inspection));
  return EXIT.fine;
};
