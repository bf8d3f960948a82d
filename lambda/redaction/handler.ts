import { KMSClient } from '@aws-sdk/client-kms';
import type { Context } from 'aws-lambda';
import { createEnvelope } from '../envelope/envelope';
import { createKmsDataKeys } from '../envelope/keys/kms-data-keys';
import { logged } from './call-log';
import { createRedactionService, type RedactionAnswer } from './redaction-service';
import { createRedactor } from './redactor';
import { readSettings } from './runtime-settings';

// the SDK waits for ever by default; a call that cannot reach KMS must fail while its caller still listens
const kms = new KMSClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
});

const { maxTextLength, dataKeyArn } = readSettings(process.env);

const service = createRedactionService({
  redactor: createRedactor(),
  maxTextLength,
  sealer: dataKeyArn === undefined ? undefined : createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: dataKeyArn }) }),
});

/** `{ text, seal?, binding? }` in, `{ text, spans, counts, sealedOriginal? }` out. */
export function handler(event: unknown, context: Context): Promise<RedactionAnswer> {
  return logged(service, event, context.awsRequestId, (line) => process.stdout.write(line));
}
