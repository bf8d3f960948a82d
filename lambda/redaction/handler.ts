import { KMSClient } from '@aws-sdk/client-kms';
import type { Context } from 'aws-lambda';
import { createEnvelope, type Envelope } from '../envelope/envelope';
import { keyUseLog, serviceCallLog } from '../envelope/key-use-log';
import { createKmsDataKeys } from '../envelope/keys/kms-data-keys';
import { CLIENT_SETTINGS } from '../envelope/keys/service-call';
import { logged } from './call-log';
import { createDoor, isDoorCall, type DoorResponse } from './door';
import { createRedactionService, type RedactionAnswer } from './redaction-service';
import { createRedactor } from './redactor';
import { readSettings } from './runtime-settings';

const { maxTextLength, dataKeyArn, door } = readSettings(process.env);
const write = (line: string): boolean => process.stdout.write(line);

const service = createRedactionService({
  redactor: createRedactor(),
  maxTextLength,
  sealer: dataKeyArn === undefined ? undefined : sealerUnder(dataKeyArn),
});

/** `{ text, seal?, binding? }` in, `{ text, spans, counts, sealedOriginal? }` out; as HTTP where a load balancer calls. */
export function handler(event: unknown, context: Context): Promise<RedactionAnswer | DoorResponse> {
  const { awsRequestId, invokedFunctionArn } = context;
  const redact = (asked: unknown) => logged(service, asked, awsRequestId, write);
  if (!isDoorCall(invokedFunctionArn)) return redact(event);
  const turnedAway = (status: number): void => {
    write(`${JSON.stringify({ event: 'redaction-door', requestId: awsRequestId, status })}\n`);
  };
  return createDoor({ door, redact, turnedAway })(event, invokedFunctionArn);
}

function sealerUnder(keyArn: string): Envelope {
  const kms = new KMSClient(CLIENT_SETTINGS);
  return createEnvelope({
    keys: createKmsDataKeys({ kms, keyArn, observe: serviceCallLog(write) }),
    audit: keyUseLog(write),
  });
}
