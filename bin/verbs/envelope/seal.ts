import { parseArgs } from 'node:util';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { BINDING_FLAGS, bindingOf } from './binding-flags';
import { begun, chunksOf, inputAmong, sizeOf } from './input';
import { KEY_FLAGS, keysOf } from './key-flags';
import { Meter } from './meter';
import { OUTPUT_FLAGS, outputOf } from './output';

/** Standard output takes a message while it grows: one that was cut off opens nowhere. */
export const sealFile: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...BINDING_FLAGS, ...KEY_FLAGS, ...OUTPUT_FLAGS },
    }),
  );
  const input = inputAmong(positionals, io);
  const binding = bindingOf(values);
  const output = outputOf(values, input, io);
  if (output.file === undefined && io.stdout.isTTY === true) {
    throw new UsageError('a message is no text for a terminal; give --output FILE');
  }
  const envelope = createEnvelope({ keys: await keysOf(values, io) });
  const meter = new Meter(io, { total: sizeOf(input) });
  const chunks = await begun(chunksOf(input));
  await output.write(envelope.sealStream(meter.counted(chunks), binding));
  return EXIT.fine;
};
