import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { App, Stack } from 'aws-cdk-lib';
import { parse } from 'yaml';
import { Organization } from '../../lib/environment/organization';
import {
  parseOrganizationSettings,
  type OrganizationSettings,
} from '../../lib/environment/organization-settings';
import { InvalidSettings } from '../../lib/environment/settings';
import { ConfigurationError } from '../../lib/errors';
import { POLICY_LIMITS, type PolicyDocument } from '../../lib/governance/organization-policy';
import { asDay, parsed } from './arguments';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai organization FILE [--out DIR] [--as-of YYYY-MM-DD]

Writes the policies of an organization as JSON, for a management account that deploys none of our code: service control
policies, a resource control policy, the AI services opt-out and, if FILE names guardrails, a Bedrock policy.
FILE is YAML: docs/organization-guardrails.md shows one.

  --out DIR              a file for each policy, as it is pasted or passed to create-policy; without it one JSON document
                         for a program goes to stdout
  --as-of YYYY-MM-DD     the day approvals are judged against, default today (UTC)
`;

export const organization: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'as-of': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`give one file\n\n${USAGE}`);
  const documents = documentsOf(readOrganization(file), asDay(values['as-of']));
  if (values.out === undefined) {
    io.stdout.write(`${JSON.stringify(documents, undefined, 2)}\n`);
    return EXIT.fine;
  }
  mkdirSync(values.out, { recursive: true });
  for (const { name, type, content, characters } of documents) {
    const target = path.join(values.out, `${name}.json`);
    // white space counts against the limit
    writeFileSync(target, JSON.stringify(content));
    io.stderr.write(`${target}  ${type}  ${characters} of ${POLICY_LIMITS[type]} characters\n`);
  }
  return EXIT.fine;
};

function readOrganization(file: string): OrganizationSettings {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return asUsage(InvalidSettings, () => parseOrganizationSettings(value, file));
}

function documentsOf(settings: OrganizationSettings, today: string): readonly PolicyDocument[] {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Organization');
  const make = () => new Organization(stack, 'Policies', { settings, today });
  return asUsage(ConfigurationError, make).guardrails.documents;
}

/** What the file says cannot be used: that is no fault of ours and needs no stack trace. */
function asUsage<Result>(kind: new (...args: never[]) => Error, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof kind) throw new UsageError(error.message);
    throw error;
  }
}
