import { parseArgs } from 'node:util';
import { controlById } from '../../lib/compliance/law/law';
import { proposedRow } from '../../lib/compliance/law/proposed';
import { EXAMPLES } from '../../lib/compliance/rules/examples';
import { RULES } from '../../lib/compliance/rules/registry';
import { parsed } from './arguments';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai explain RULE

Why the rule exists, what to change, what it looks at, and the paragraphs of 45 CFR 164 it supports.
`;

export const explain: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0)
    throw new UsageError(`give one rule; ${positionals.length} were given`);
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) {
    const near = RULES.flatMap((candidate) =>
      id.split('-').some((word) => candidate.id.includes(word)) ? candidate.id : [],
    );
    throw new UsageError(
      `no rule '${id}'; ${near.length > 0 ? `there are: ${near.join(', ')}` : "see 'hipaa-ai rules'"}`,
    );
  }
  const law = rule.controls.map((control) => {
    const { title, summary } = controlById(control);
    return `  45 CFR ${control} ${title}\n    ${summary}`;
  });
  io.stdout.write(
    [
      `${rule.id} (${rule.severity})`,
      `  ${rule.title}`,
      '',
      `why:   ${rule.why}`,
      `fix:   ${rule.fix}`,
      `types: ${rule.resourceTypes.join(', ')}`,
      `in:    ${[...new Set([...rule.profiles, 'strict'])].join(', ')}`,
      ...(rule.parameters ?? []).map(
        ({ name, description, default: preset }) =>
          `param: ${name} = ${JSON.stringify(preset)}, ${description}`,
      ),
      '',
      'supports',
      ...law,
      ...(rule.proposed ?? []).map((row) => `  ${proposedRow(row)}: proposed in 2025, not law`),
      ...example(rule.id),
      '',
    ].join('\n'),
  );
  return EXIT.fine;
};

function example(id: string): readonly string[] {
  const found = EXAMPLES[id];
  const indented = (text: string) => text.trim().replaceAll(/^/gmu, '  ');
  return found ? ['', 'breaks it', indented(found.bad), '', 'meets it', indented(found.good)] : [];
}
