import { parseArgs } from 'node:util';
import { printable } from '../../../lib/compliance/printable';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { EnvelopeError } from '../../../lambda/envelope/errors';
import { oneOf, parsed } from '../arguments';
import { EXIT, type Verb } from '../verb';
import { BINDING_FLAGS, bindingOf } from './binding-flags';
import { chunksOf, inputAmong, sizeOf } from './input';
import { jsonLine } from './json-line';
import { KEY_FLAGS, keysOf } from './key-flags';
import { Meter } from './meter';
import { OPENING_FLAGS, openedStream } from './opened';

/** Opens a message to its end and keeps nothing of it. */
export const verifyFile: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...BINDING_FLAGS,
        ...KEY_FLAGS,
        ...OPENING_FLAGS,
        format: { type: 'string', default: 'text' },
      },
    }),
  );
  const format = oneOf('format', values.format, ['text', 'json']);
  const input = inputAmong(positionals, io);
  const binding = bindingOf(values);
  const keys = await keysOf(values, io);
  const envelope = createEnvelope({ keys, allow0578: values['allow-signed'] });
  const meter = new Meter(io, { total: sizeOf(input) });
  try {
    let bytes = 0;
    for await (const plaintext of openedStream(meter.counted(chunksOf(input)), envelope, binding)) {
      bytes += plaintext.length;
      plaintext.fill(0);
    }
    const text = `${printable(input.name)}: authentic and whole, ${bytes} bytes of plaintext\n`;
    io.stdout.write(format === 'json' ? jsonLine({ verified: true, bytes }) : text);
    return EXIT.fine;
  } catch (error) {
    if (format === 'json' && error instanceof EnvelopeError) {
      io.stdout.write(jsonLine({ verified: false, code: error.code }));
    }
    throw error;
  }
};
