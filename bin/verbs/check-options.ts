import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseBaseline, type Baseline } from '../../lib/compliance/check/baseline';
import { parseCheckConfig, type CheckConfig } from '../../lib/compliance/check/check-config';
import { parseParameters } from '../../lib/compliance/check/parameters-file';
import { RENDERERS } from '../../lib/compliance/check/renderers';
import {
  parseEligibleServices,
  type EligibleServices,
} from '../../lib/compliance/law/eligible-services-file';
import type { RuleSelection } from '../../lib/compliance/rule-set';
import type { JsonObject } from '../../lib/compliance/template/json';
import { UnreadableInput } from '../../lib/compliance/template/unreadable-input';
import { asDay, oneOf, parsed } from './arguments';
import { UsageError } from './verb';

export const USAGE = `usage: hipaa-ai check INPUT... [options]

Judges CloudFormation templates (JSON or YAML), folders of them, patterns such as 'stacks/**/*.yaml', cloud assemblies
(cdk.out) and, as -, standard input. Each template is judged by itself, a cloud assembly as a whole.

  --format table|json      how to print findings [table]
  --profile NAME           hipaa, ai, hipaa-nprm-2025 or strict [hipaa]
  --rules ID,ID*           only these rules; * at the end stands for the rest of an id
  --rules-file FILE        rules of your own beside ours
  --config FILE            YAML with profile, rules and parameters of rules; options win
  --eligible-services FILE a list of HIPAA eligible services that is newer than ours
  --parameters FILE        values of template parameters, which count instead of defaults
  --as-of YYYY-MM-DD       the day on which records must hold [today, UTC]
  --baseline FILE          a former JSON report: only findings that are not in it fail
  --write-baseline FILE    write the findings of this run as a baseline, and exit 0
  --max-warnings N         how many findings of severity warning may be there [0]
  --quiet                  no progress and no list of findings, the last line only

Exits 0 without findings, 1 with findings or values that cannot be read, 2 when an input cannot be judged; the others are
judged and reported all the same.
`;

/** What the command line asks for. */
export interface CheckOptions {
  readonly inputs: readonly string[];
  readonly format: string;
  readonly selection: RuleSelection;
  /** The list that counts instead of ours. */
  readonly eligibleServices: EligibleServices | undefined;
  readonly rulesFile: string | undefined;
  /** Values of template parameters. */
  readonly given: JsonObject;
  readonly baseline: Baseline | undefined;
  readonly writeBaseline: string | undefined;
  readonly maxWarnings: number;
  readonly isQuiet: boolean;
}

/** @returns undefined when only help is asked for */
export function checkOptions(argv: readonly string[]): CheckOptions | undefined {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'table' },
        profile: { type: 'string' },
        rules: { type: 'string' },
        'rules-file': { type: 'string' },
        config: { type: 'string' },
        'eligible-services': { type: 'string' },
        parameters: { type: 'string' },
        'as-of': { type: 'string' },
        baseline: { type: 'string' },
        'write-baseline': { type: 'string' },
        'max-warnings': { type: 'string', default: '0' },
        quiet: { type: 'boolean', short: 'q', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) return undefined;
  const format = oneOf('format', values.format, Object.keys(RENDERERS));
  if (positionals.length === 0)
    throw new UsageError(`give at least one template or cloud assembly\n\n${USAGE}`);
  const config: CheckConfig = read(values.config, parseCheckConfig) ?? {};
  return {
    inputs: positionals,
    format,
    selection: {
      profile: values.profile ?? config.profile,
      only: values.rules?.split(',').map((id) => id.trim()) ?? config.rules,
      parameters: config.parameters,
      asOf: asDay(values['as-of']),
    },
    eligibleServices: read(values['eligible-services'], parseEligibleServices),
    rulesFile: values['rules-file'],
    given: read(values.parameters, parseParameters) ?? {},
    baseline: read(values.baseline, parseBaseline),
    writeBaseline: values['write-baseline'],
    maxWarnings: count('max-warnings', values['max-warnings']),
    isQuiet: values.quiet,
  };
}

function read<Result>(
  file: string | undefined,
  parse: (text: string, name: string) => Result,
): Result | undefined {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UnreadableInput(`${file}: cannot be read (${code})`);
  }
  return parse(text, file);
}

function count(name: string, given: string): number {
  if (!/^\d{1,9}$/u.test(given)) throw new UsageError(`--${name} is '${given}'; give a whole number`);
  return Number(given);
}
