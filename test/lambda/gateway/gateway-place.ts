import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { UseCaseManifest } from '../../../lib/contract/use-case';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { createLocalKeys } from '../../../lambda/envelope/keys/local-keys';
import { createStoredApprovals } from '../../../lambda/gateway/approvals/stored-approvals';
import { MemoryBodies } from '../../../lambda/gateway/bodies/memory-bodies';
import type { Caller } from '../../../lambda/gateway/caller';
import { createLeasedClaims } from '../../../lambda/gateway/claims/leased-claims';
import { createGateway, type Gateway } from '../../../lambda/gateway/gateway';
import type { GatewayProps } from '../../../lambda/gateway/gateway-props';
import { createMac } from '../../../lambda/ledger/mac';
import { readManifests } from '../../../lambda/gateway/manifest';
import { gatewayLog } from '../../../lambda/gateway/metrics';
import { createBedrockModel } from '../../../lambda/gateway/model/bedrock-model';
import { createBundledPrompts } from '../../../lambda/gateway/prompts/bundled-prompts';
import type { Reply } from '../../../lambda/gateway/reply';
import { createMemoryStore } from '../../../lambda/gateway/store/memory-store';
import { LoopbackBedrockRuntime } from '../../support/loopback-bedrock-runtime';
import { RecordingLedger } from './recording-ledger';

export const PROMPT = 'Summarize for the next shift.\nPatient: {{name}}\nNote: {{note}}\n';
export const ROLE = 'arn:aws:iam::111122223333:role/discharge';
export const OTHER_ROLE = 'arn:aws:iam::111122223333:role/charge-nurse';
export const CALLER: Caller = { principal: ROLE, authentication: 'iam', grants: [ROLE] };
export const APPROVER: Caller = { principal: OTHER_ROLE, authentication: 'iam', grants: [OTHER_ROLE] };

/** A use case with everything set; changes are laid over it. */
export function manifest(changes: Partial<UseCaseManifest> = {}): UseCaseManifest {
  return {
    id: 'discharge-summary',
    version: 4,
    dataClass: 'PHI',
    purposes: ['treatment', 'research'],
    callers: [ROLE],
    fields: ['name', 'note', 'vitals'],
    fullRecordJustifications: ['TRANSFER'],
    prompts: [{ id: 'summary', version: '3', sha256: createHash('sha256').update(PROMPT).digest('hex') }],
    freeText: true,
    models: ['anthropic.claude-one', 'anthropic.claude-two'],
    redaction: { profile: 'safe-harbor' },
    reidentifiers: [ROLE],
    maxOutputTokens: 500,
    maxInputLength: 20_000,
    requiresHumanApproval: false,
    bodyRetentionDays: 30,
    requestsPerMinute: 60,
    owner: 'ward-3',
    riskAnalysisId: 'RA-12',
    ...changes,
  };
}

/** A request that is answered; changes are laid over it. */
export function request(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    useCase: 'discharge-summary',
    purpose: { of: 'treatment' },
    subject: 'subj-7f3a',
    prompt: { id: 'summary', version: '3' },
    fields: { name: 'Marlowe Quillfeather', note: 'BP 120/80, stable overnight.' },
    idempotencyKey: randomUUID(),
    ...changes,
  };
}

export interface Place {
  readonly bedrock: LoopbackBedrockRuntime;
  readonly client: BedrockRuntimeClient;
  readonly ledger: RecordingLedger;
  readonly bodies: MemoryBodies;
  readonly log: string[];
  /** Milliseconds that pass only when somebody sleeps, or a test says so. */
  readonly clock: { time: number; readonly slept: number[] };
  gateway(useCases?: readonly UseCaseManifest[], changes?: Partial<GatewayProps>): Gateway;
  stop(): Promise<void>;
}

/** A gateway over the real SDK client, with all else in memory. */
export async function openPlace(): Promise<Place> {
  const bedrock = await LoopbackBedrockRuntime.start();
  const client = new BedrockRuntimeClient({
    endpoint: bedrock.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  const ledger = new RecordingLedger();
  const bodies = new MemoryBodies();
  const log: string[] = [];
  const mac = createMac(Buffer.alloc(32, 7));
  const clock = { time: 1_700_000_000_000, slept: [] as number[] };
  const now = (): number => clock.time;
  const envelope = createEnvelope({ keys: createLocalKeys({ key: randomBytes(32), environment: {} }) });
  const claims = createLeasedClaims({ store: createMemoryStore(), clock: { now } });
  const approvals = createStoredApprovals({ store: createMemoryStore() });
  return {
    bedrock,
    client,
    ledger,
    bodies,
    log,
    clock,
    gateway: (useCases = [manifest()], changes = {}) =>
      createGateway({
        useCases: readManifests(useCases),
        prompts: createBundledPrompts({ 'summary:3': PROMPT }),
        model: createBedrockModel({ client }),
        region: 'us-east-1',
        bodies: { store: bodies, envelope },
        claims,
        approvals,
        ledger,
        mac: { of: (kind, text) => mac.digest(kind, text) },
        observe: gatewayLog((line) => log.push(line)),
        clock: {
          now,
          wait: (ms) => {
            clock.slept.push(ms);
            clock.time += ms;
            return Promise.resolve();
          },
          random: () => 0.5,
        },
        ...changes,
      }),
    async stop() {
      client.destroy();
      await bedrock.stop();
    },
  };
}

export const CALL = { remaining: () => 30_000 };

export const ask = (gateway: Gateway, body: unknown, caller: Caller = CALLER): Promise<Reply> =>
  gateway.answer(caller, { json: body }, CALL);

export function answered(reply: Reply): Extract<Reply, { kind: 'answered' }> {
  if (reply.kind !== 'answered') throw new Error(`not answered: ${JSON.stringify(reply)}`);
  return reply;
}

export function codeOf(reply: Reply): string {
  return reply.kind === 'refused' ? reply.problem.code : reply.kind;
}
