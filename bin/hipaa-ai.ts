import { isMainThread, workerData } from 'node:worker_threads';
import { UnreadableInput } from '../lib/compliance/template/unreadable-input';
import type { WorkerSettings } from './verbs/check-worker';
import { EXIT, UsageError, type ExitCode, type Io, type Verb } from './verbs/verb';

/** Loaded one by one, so that `redact` and `check` start without the CDK. */
const VERBS: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Verb> }>> = {
  check: {
    summary: 'judge CloudFormation templates or a cdk.out: hipaa-ai check template.yaml [--format json]',
    load: async () => (await import('./verbs/check.js')).check,
  },
  gate: {
    summary: 'decide whether a cdk.out may be deployed: hipaa-ai gate cdk.out',
    load: async () => (await import('./verbs/gate.js')).gate,
  },
  rules: {
    summary: 'list the rules: hipaa-ai rules [--format json]',
    load: async () => (await import('./verbs/rules.js')).rules,
  },
  explain: {
    summary: 'say why a rule exists and how to meet it: hipaa-ai explain kms-key-rotation',
    load: async () => (await import('./verbs/explain.js')).explain,
  },
  evidence: {
    summary: 'export, verify, sign or compare evidence: hipaa-ai evidence export --format sarif cdk.out',
    load: async () => (await import('./verbs/evidence.js')).evidence,
  },
  waivers: {
    summary: 'list accepted deviations, find faulty or ending ones: hipaa-ai waivers lint',
    load: async () => (await import('./verbs/waivers.js')).waivers,
  },
  organization: {
    summary:
      'write the policies of an organization as JSON: hipaa-ai organization organization.yaml --out DIR',
    load: async () => (await import('./verbs/organization.js')).organization,
  },
  redact: {
    summary: 'remove identifiers from text: echo "…" | hipaa-ai redact [--jsonl]',
    load: async () => (await import('./verbs/redact.js')).redact,
  },
  restore: {
    summary: 'put back the values behind tokens: hipaa-ai restore --token-map FILE --key-file KEY …',
    load: async () => (await import('./verbs/restore.js')).restore,
  },
  envelope: {
    summary:
      'seal, open or check files, manage keys of tenants: hipaa-ai envelope seal note.txt --key-file KEY …',
    load: async () => (await import('./verbs/envelope.js')).envelope,
  },
  ledger: {
    summary: 'verify or export the record of what was asked of models: hipaa-ai ledger verify DIR',
    load: async () => (await import('./verbs/ledger.js')).ledger,
  },
};

function usage(): string {
  const rows = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`);
  return `usage: hipaa-ai <verb> [options]\n\n${rows.join('\n')}\n`;
}

async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(usage());
    return name === undefined ? EXIT.badInput : EXIT.fine;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) throw new UsageError(`unknown verb '${name}'; one of: ${Object.keys(VERBS).join(', ')}`);
  return (await verb.load())(rest, io);
}

/** The command line between other edges than those of this process. Never rejects: what went wrong is told on stderr. */
export async function command(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await main(argv, io);
  } catch (error) {
    const usageError = error instanceof UsageError || error instanceof UnreadableInput;
    io.stderr.write(`hipaa-ai: ${usageError ? error.message : 'internal error: ' + describe(error)}\n`);
    return usageError ? EXIT.badInput : EXIT.ourFault;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(): Promise<void> {
  // what holds until a verb has said otherwise: Node also ends when nothing is left that a promise could wait for
  process.exitCode = EXIT.ourFault;
  process.exitCode = await command(process.argv.slice(2), process);
}

/** The program is its own worker: `check` starts threads of it for many templates. */
async function work(settings: WorkerSettings): Promise<void> {
  await (await import('./verbs/check-worker.js')).serve(settings);
}

// loaded by somebody else it does nothing by itself
if (!isMainThread) void work(workerData as WorkerSettings);
else if (require.main === module) void run();
