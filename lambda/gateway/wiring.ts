import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { GATEWAY_STATE_PREFIX, PROMPT_FILE } from '../../lib/contract/gateway';
import { createEnvelope } from '../envelope/envelope';
import { keyUseLog, serviceCallLog } from '../envelope/key-use-log';
import { createKmsDataKeys } from '../envelope/keys/kms-data-keys';
import { CLIENT_SETTINGS } from '../envelope/keys/service-call';
import { stepFunctionsCalls } from './approvals/step-functions-calls';
import { createStepFunctionsWorkflow } from './approvals/step-functions-workflow';
import { createStoredApprovals } from './approvals/stored-approvals';
import { storedTaskTokens } from './approvals/stored-task-tokens';
import { createS3Bodies } from './bodies/s3-bodies';
import { createLeasedClaims } from './claims/leased-claims';
import { SYSTEM_CLOCK } from './clock';
import { createGateway, type Gateway } from './gateway';
import { gatewayLog, type WriteLine } from './metrics';
import { createBedrockModel } from './model/bedrock-model';
import { createBundledPrompts } from './prompts/bundled-prompts';
import type { Prompts } from './prompts/prompts';
import type { GatewaySettings } from './settings';
import { createDynamoDbStore } from './store/dynamodb-store';
import { createS3Store } from './store/s3-store';
import type { VersionedStore } from './store/versioned-store';
import type { WiredLedger } from './wire-ledger';

/** The gateway over the real services. */
export function gatewayOf(settings: GatewaySettings, wired: WiredLedger, write: WriteLine): Gateway {
  const s3 = new S3Client(CLIENT_SETTINGS);
  const inBucket = createS3Store({ client: s3, bucket: settings.bodyBucket, prefix: GATEWAY_STATE_PREFIX });
  const store =
    settings.claimTable === undefined
      ? inBucket
      : createDynamoDbStore({ client: new DynamoDBClient(CLIENT_SETTINGS), tableName: settings.claimTable });
  const keys = createKmsDataKeys({
    kms: new KMSClient(CLIENT_SETTINGS),
    keyArn: settings.bodyKeyArn,
    observe: serviceCallLog(write),
  });
  return createGateway({
    useCases: settings.useCases,
    prompts: bundledPrompts(),
    // attempts are counted by the gateway; an answer may take as long as it needs within the time of an attempt
    model: createBedrockModel({ client: new BedrockRuntimeClient({ maxAttempts: 1 }) }),
    ...(settings.profiles === undefined ? {} : { profiles: settings.profiles }),
    region: settings.region,
    ...(settings.guardrail === undefined ? {} : { guardrail: settings.guardrail }),
    bodies: {
      store: createS3Bodies({ client: s3, bucket: settings.bodyBucket }),
      envelope: createEnvelope({ keys, audit: keyUseLog(write) }),
    },
    claims: createLeasedClaims({ store, clock: SYSTEM_CLOCK }),
    approvals: createStoredApprovals({ store, ...besideOf(settings, inBucket) }),
    approvalTime: settings.approvalSeconds * 1000,
    ...wired,
    observe: gatewayLog(write),
    onLeak: settings.onLeak,
    maxBodyBytes: settings.maxBodyBytes,
  });
}

/** Task tokens are objects also where claims are rows of a table. */
function besideOf({ approvalMachineArn }: GatewaySettings, tokens: VersionedStore) {
  if (approvalMachineArn === undefined) return {};
  const workflow = createStepFunctionsWorkflow({
    calls: stepFunctionsCalls(),
    stateMachineArn: approvalMachineArn,
    taskTokenOf: storedTaskTokens(tokens),
    now: () => SYSTEM_CLOCK.now(),
  });
  return { workflow };
}

function bundledPrompts(): Prompts {
  const file = path.join(process.env['LAMBDA_TASK_ROOT'] ?? __dirname, PROMPT_FILE);
  let text = '{}';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // a deployment for free text alone has none, and every other prompt is then refused
  }
  return createBundledPrompts(z.record(z.string(), z.string()).parse(JSON.parse(text)));
}
