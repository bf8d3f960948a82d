import { parseArgs } from 'node:util';
import { restoreTokens } from '../../lambda/redaction/operators/token-map';
import { parsed } from './arguments';
import { writeToStdout } from './envelope/output';
import { orRefused } from './envelope/refusal';
import { sourcesOf } from './redact/source';
import { TOKEN_FLAGS } from './redact/token-flags';
import { TokenMapFile } from './redact/token-map-file';
import { readWhole } from './redact/whole';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai restore [FILE] --token-map FILE --tenant ID --record ID KEY

Puts values back where 'hipaa-ai redact --operator token' left tokens. Reads standard input or FILE as text of UTF-8; writes to
standard output. The result is protected health information. A token of another map stays as it is.

  --token-map FILE  the sealed map that redact wrote
  --tenant ID --record ID
                    what the map is bound to
  KEY               the key it is sealed under, as for 'hipaa-ai envelope open': --key-file FILE, --kms-key ARN, or
                    --kms-key ARN --table NAME --key-store NAME
`;

export const restore: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...TOKEN_FLAGS, help: { type: 'boolean', short: 'h' } },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const [source, ...more] = sourcesOf(positionals, io);
  if (source === undefined || more.length > 0)
    throw new UsageError(`give one FILE, or none for standard input; ${positionals.length} were given`);
  return orRefused(io, async () => {
    const file = await TokenMapFile.from(values, io);
    const tokens = await file.open();
    const { text } = await readWhole(source);
    await writeToStdout([Buffer.from(restoreTokens(text, tokens))], io);
    return EXIT.fine;
  });
};
