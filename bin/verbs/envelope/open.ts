import { parseArgs } from 'node:util';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { parsed } from '../arguments';
import { EXIT, type Verb } from '../verb';
import { BINDING_FLAGS, bindingOf } from './binding-flags';
import { chunksOf, inputAmong, sizeOf } from './input';
import { KEY_FLAGS, keysOf } from './key-flags';
import { Meter } from './meter';
import { OPENING_FLAGS, openedStream, openedWhole } from './opened';
import { OUTPUT_FLAGS, outputOf } from './output';

/** A file appears when its end is verified. Standard output cannot take anything back, so it gets all at once or nothing. */
export const openFile: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...BINDING_FLAGS, ...KEY_FLAGS, ...OUTPUT_FLAGS, ...OPENING_FLAGS },
    }),
  );
  const input = inputAmong(positionals, io);
  const binding = bindingOf(values);
  const output = outputOf(values, input, io);
  const keys = await keysOf(values, io);
  const envelope = createEnvelope({ keys, allow0578: values['allow-signed'] });
  const meter = new Meter(io, { total: sizeOf(input) });
  const opened = output.file === undefined ? openedWhole : openedStream;
  await output.write(opened(meter.counted(chunksOf(input)), envelope, binding));
  return EXIT.fine;
};
