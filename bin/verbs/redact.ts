import { parseArgs } from 'node:util';
import { InvalidOptionError } from '../../lambda/redaction/errors';
import type { TokenMap } from '../../lambda/redaction/operators/token-map';
import { createRedactor, type Redactor, type RedactorOptions } from '../../lambda/redaction/redactor';
import { parsed } from './arguments';
import { FORMAT_FLAGS, formatOf } from './redact/format-flags';
import { Job } from './redact/job';
import { Progress } from './redact/progress';
import { REDACTOR_FLAGS, redactorOptions } from './redact/redactor-options';
import { report } from './redact/report';
import { sourcesOf } from './redact/source';
import { keepsTokens, TOKEN_FLAGS } from './redact/token-flags';
import { EXIT, UsageError, type ExitCode, type Verb } from './verb';

const USAGE = `usage: hipaa-ai redact [FILE...] [--fhir|--hl7|--ccda|--json|--csv] [--profile PROFILE] [--operator OPERATOR] [--jsonl]
                       [--report]

Replaces identifiers in text with labels such as [NAME]. Reads standard input, or each FILE as one document of UTF-8;
writes to standard output. The output is still to be treated as protected health information.

  --profile PROFILE   what goes: safe-harbor (default), limited-data-set, strict or custom
  --data-use-agreement ID
                      the agreement a limited data set is disclosed under (45 CFR 164.514(e)(4))
  --keep CATEGORY,... --remove CATEGORY,...
                      what the profile is to leave or take out besides
  --operator [CATEGORY=]OPERATOR
                      what takes its place: label (default), remove, surrogate or token; may be given again for a category
  --secret-file FILE  surrogate: the secret fakes are drawn with, 32 random bytes or more
  --subject REF       surrogate: all texts are of one person, under this opaque reference; without it each FILE, and
                      each row without "subject", is a person of its own
  --token-map FILE --tenant ID --record ID KEY
                      token: the new file the values are sealed into, what it is bound to, and the key, as for 'hipaa-ai
                      envelope seal'; 'hipaa-ai restore' puts the values back. One map for all that is read
  --fhir --hl7 --ccda --json --csv
                      what the input is, redacted by its fields and still of that kind: a FHIR R4 resource or Bundle in
                      JSON, HL7 v2, C-CDA, any JSON, CSV under a header row; default is text
  --jsonl             read rows {"id","text"}, write rows {"id","text","spans"} in order; a bad row is left out, its
                      line number goes to standard error and the exit code is 2. With --fhir or --json each line is a
                      document, such as a resource of a bulk export, and so is what is written
  --report            counts per category on standard error; never a value
  --help              this text
`;

export const redact: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...REDACTOR_FLAGS,
        ...FORMAT_FLAGS,
        ...TOKEN_FLAGS,
        report: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const format = formatOf(values);
  const options = redactorOptions(values);
  const hasTokens = keepsTokens(options.operators ?? {}, values);
  const redactor = redactorWith(options);
  const run = async (tokens?: TokenMap): Promise<ExitCode> => {
    const sources = sourcesOf(positionals, io);
    const progress = new Progress(
      io,
      sources.map(({ size }) => size),
    );
    const job = new Job(io, { redactor, progress, subject: values.subject, tokens });
    for (const source of sources) {
      if (!(await job.run(source, format))) break;
    }
    if (values.report) io.stderr.write(report(job.counts, redactor.profile));
    return job.leftOut > 0 ? EXIT.badInput : EXIT.fine;
  };
  if (!hasTokens) return run();
  const { orRefused } = await import('./envelope/refusal.js');
  const { TokenMapFile } = await import('./redact/token-map-file.js');
  return orRefused(io, async () => (await TokenMapFile.from(values, io)).keptOf(run));
};

function redactorWith(options: RedactorOptions): Redactor {
  try {
    return createRedactor(options);
  } catch (error) {
    throw error instanceof InvalidOptionError ? new UsageError(error.message) : error;
  }
}
