import { parseArgs } from 'node:util';
import type { GuardrailChoice } from '../../lambda/gateway/model/model';
import { parsed } from '../verbs/arguments';
import { UsageError } from '../verbs/verb';

export const USAGE = `usage: npm run try -- [--serve [--port N]] [--folder DIR] [--bedrock --model ID [--region R] [--guardrail ID:VERSION]]

Without options it makes five requests through the gateway on this machine, and verifies its ledger. No AWS account.

  --serve      a page on 127.0.0.1 in their place
  --port N     its port; 8377 when not given, 0 for any that is free
  --folder DIR where keys, ledger and sealed bodies are; .hipaa-ai-try when not given
  --bedrock    Amazon Bedrock answers, not a stand-in: needs AWS credentials, and costs what its tokens cost
  --model ID   of a model, or the ARN of an inference profile
  --region R   of Bedrock; AWS_REGION when not given
  --guardrail  a guardrail and the number of its version

Exit codes: 0 fine, 1 something that was promised does not hold, 2 bad input, 3 our fault.
`;

const DEFAULT_PORT = 8377;
const MOST_PORT = 65_535;

export interface BedrockOptions {
  readonly model: string;
  readonly region: string;
  readonly guardrail?: GuardrailChoice;
}

export interface TryOptions {
  readonly help: boolean;
  readonly folder: string;
  /** Undefined: the walk-through. */
  readonly port: number | undefined;
  /** Undefined: the stand-ins. */
  readonly bedrock: BedrockOptions | undefined;
}

/** @throws UsageError */
export function optionsOf(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): TryOptions {
  const { values } = parsed(() =>
    parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        serve: { type: 'boolean', default: false },
        port: { type: 'string' },
        folder: { type: 'string', default: '.hipaa-ai-try' },
        bedrock: { type: 'boolean', default: false },
        model: { type: 'string' },
        region: { type: 'string' },
        guardrail: { type: 'string' },
      },
    }),
  );
  const { help, serve, port, folder, bedrock, model, region, guardrail } = values;
  if (port !== undefined && !serve) throw new UsageError('--port goes with --serve');
  const ofBedrock = model !== undefined || region !== undefined || guardrail !== undefined;
  if (ofBedrock && !bedrock) throw new UsageError('--model, --region and --guardrail go with --bedrock');
  return {
    help,
    folder,
    port: serve ? portOf(port) : undefined,
    bedrock: bedrock
      ? {
          model: modelOf(model),
          region: needed(
            '--region',
            region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'],
          ),
          ...(guardrail === undefined ? {} : { guardrail: guardrailOf(guardrail) }),
        }
      : undefined,
  };
}

function portOf(given: string | undefined): number {
  const port = Number(given ?? DEFAULT_PORT);
  if (given?.trim() === '' || !Number.isInteger(port) || port < 0 || port > MOST_PORT)
    throw new UsageError(`--port must be a whole number from 0 to ${MOST_PORT}`);
  return port;
}

function needed(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`--bedrock needs ${name}`);
  return value;
}

function modelOf(given: string | undefined): string {
  const model = needed('--model', given);
  // as the manifest of a use case takes it
  if (!/^[\w.:/+=,@-]{1,256}$/u.test(model)) throw new UsageError('--model is no id or ARN of a model');
  return model;
}

function guardrailOf(given: string): GuardrailChoice {
  const [, id, version] = /^([\w:/-]{1,2048}):(\d{1,8})$/u.exec(given) ?? [];
  if (id === undefined || version === undefined)
    throw new UsageError('--guardrail must be ID:VERSION, and the version a number');
  return { id, version };
}
