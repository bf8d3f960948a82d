import { parseArgs } from 'node:util';
import { PROFILES, rulesIn, type Profile } from '../../lib/compliance/profile';
import { RULES } from '../../lib/compliance/rules/registry';
import { oneOf, parsed } from './arguments';
import { EXIT, type Verb } from './verb';

const USAGE = `usage: hipaa-ai rules [--profile ${PROFILES.join('|')}] [--format table|json]

Lists the rules with severity, profiles, the paragraphs they support, the resource types they look at and their parameters.
Without --profile: all of them, as in strict.
`;

export const rules: Verb = async (argv, io) => {
  const { values } = parsed(() =>
    parseArgs({
      args: [...argv],
      options: {
        profile: { type: 'string', default: 'strict' },
        format: { type: 'string', default: 'table' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const listed = rulesIn(oneOf('profile', values.profile, PROFILES), RULES);
  if (oneOf('format', values.format, ['table', 'json']) === 'json') {
    const rows = listed.map((rule) => {
      const { id, title, severity, profiles, controls, resourceTypes, why, fix } = rule;
      const { parameters = [], proposed = [] } = rule;
      const inProfiles = [...new Set<Profile>([...profiles, 'strict'])];
      return {
        id, title, severity, profiles: inProfiles, controls, proposed, resourceTypes, parameters, why, fix,
      }; // prettier-ignore
    });
    io.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return EXIT.fine;
  }
  const width = Math.max(...listed.map((rule) => rule.id.length));
  for (const rule of listed)
    io.stdout.write(`${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}\n`);
  return EXIT.fine;
};
