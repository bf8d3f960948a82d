import { parseArgs } from 'node:util';
import { gate as decide } from '../../lib/compliance/gate/gate';
import { PROFILES } from '../../lib/compliance/profile';
import { summaryText } from '../../lib/compliance/evidence/summary-text';
import { availableRules } from '../rule-file';
import { asDay, oneOf, parsed } from './arguments';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai gate [CLOUD_ASSEMBLY] [options]

Exits 1 unless the evidence in CLOUD_ASSEMBLY (default cdk.out) is of its very templates and leaves nothing open.

  --profile NAME       at least the rules of this profile must have been run: ${PROFILES.join(', ')}
  --scope PATH         construct path of the one stack that the pack was made for
  --rules-file FILE    the rules of your own that the pack was given, JavaScript or TypeScript
  --as-of YYYY-MM-DD   default today (UTC)
  --format text|json
`;

export const gate: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        profile: { type: 'string' },
        scope: { type: 'string' },
        'rules-file': { type: 'string' },
        format: { type: 'string', default: 'text' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const format = oneOf('format', values.format, ['text', 'json']);
  const [directory = 'cdk.out', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`give one cloud assembly; ${positionals.length} were given`);
  const { evidence, reasons } = decide(directory, asDay(values['as-of']), {
    available: await availableRules(values['rules-file']),
    scope: values.scope,
    profile: values.profile === undefined ? undefined : oneOf('profile', values.profile, PROFILES),
  });
  if (format === 'json') {
    io.stdout.write(
      `${JSON.stringify({ passes: reasons.length === 0, reasons, summary: evidence?.summary }, undefined, 2)}\n`,
    );
  } else {
    if (evidence) io.stdout.write(summaryText(evidence, directory));
    for (const warning of evidence?.problems ?? [])
      if (!warning.blocks) io.stderr.write(`warning: ${warning.message}\n`);
    for (const reason of reasons) io.stderr.write(`blocked: ${reason}\n`);
    io.stdout.write(`${'gate'.padEnd(12)} ${reasons.length === 0 ? 'open' : 'closed'}\n`);
  }
  return reasons.length === 0 ? EXIT.fine : EXIT.findings;
};
