import { parseArgs } from 'node:util';
import { checkReport } from '../../lib/compliance/check/check-report';
import { renderTable } from '../../lib/compliance/check/render-table';
import { RULES } from '../../lib/compliance/rules/registry';
import { readAssembly } from '../../lib/compliance/template/read-assembly';
import { oneOf, parsed } from './arguments';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai check TEMPLATE|CLOUD_ASSEMBLY [--format table|json]

Judges a CloudFormation template (JSON or YAML) or a cdk.out directory. Exits 0 without findings, 1 with findings or
values that cannot be read, 2 when the input is no template.
`;

export const check: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'table' }, help: { type: 'boolean', short: 'h' } },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const format = oneOf('format', values.format, ['table', 'json']);
  const [input, ...more] = positionals;
  if (input === undefined || more.length > 0) {
    throw new UsageError(`give one template or cloud assembly; ${positionals.length} were given\n\n${USAGE}`);
  }
  const report = checkReport(readAssembly(input), RULES);
  io.stdout.write(format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : renderTable(report));
  return report.findings.length === 0 ? EXIT.fine : EXIT.findings;
};
