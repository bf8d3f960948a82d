import { KMSClient } from '@aws-sdk/client-kms';
import type { Context } from 'aws-lambda';
import { createEnvelope, type Envelope } from '../envelope/envelope';
import { keyUseLog, serviceCallLog } from '../envelope/key-use-log';
import { createKmsDataKeys } from '../envelope/keys/kms-data-keys';
import { CLIENT_SETTINGS } from '../envelope/keys/service-call';
import { logged } from './call-log';
import { createRedactionService, type RedactionAnswer } from './redaction-service';
import { createRedactor } from './redactor';
import { readSettings } from './runtime-settings';

const { maxTextLength, dataKeyArn } = readSettings(process.env);
const write = (line: string): boolean => process.stdout.write(line);

const service = createRedactionService({
  redactor: createRedactor(),
  maxTextLength,
  sealer: dataKeyArn === undefined ? undefined : sealerUnder(dataKeyArn),
});

/** `{ text, seal?, binding? }` in, `{ text, spans, counts, sealedOriginal? }` out. */
export function handler(event: unknown, context: Context): Promise<RedactionAnswer> {
  return logged(service, event, context.awsRequestId, write);
}

function sealerUnder(keyArn: string): Envelope {
  const kms = new KMSClient(CLIENT_SETTINGS);
  return createEnvelope({
    keys: createKmsDataKeys({ kms, keyArn, observe: serviceCallLog(write) }),
    audit: keyUseLog(write),
  });
}
