import { parseArgs } from 'node:util';
import { RULES } from '../../lib/compliance/rules/registry';
import { oneOf, parsed } from './arguments';
import { EXIT, type Verb } from './verb';

const USAGE = `usage: hipaa-ai rules [--format table|json]

Lists every rule with its severity, the paragraphs it supports and the resource types it looks at.
`;

export const rules: Verb = async (argv, io) => {
  const { values } = parsed(() =>
    parseArgs({
      args: [...argv],
      options: { format: { type: 'string', default: 'table' }, help: { type: 'boolean', short: 'h' } },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  if (oneOf('format', values.format, ['table', 'json']) === 'json') {
    const rows = RULES.map(({ id, title, severity, controls, resourceTypes, why, fix }) => {
      return { id, title, severity, controls, resourceTypes, why, fix };
    });
    io.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return EXIT.fine;
  }
  const width = Math.max(...RULES.map((rule) => rule.id.length));
  for (const rule of RULES)
    io.stdout.write(`${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}\n`);
  return EXIT.fine;
};
