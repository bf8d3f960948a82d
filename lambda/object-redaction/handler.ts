import type { Context } from 'aws-lambda';
import { loggedHook } from '../redaction/hook-log';
import { createObjectRedactionHook } from './object-redaction-hook';
import type { ObjectResult } from './object-redactor';
import { readSettings } from './settings';
import { objectRedactorOf } from './wiring';

const settings = readSettings(process.env);
const hook = createObjectRedactionHook(objectRedactorOf(settings), settings.sourceBucket);

/** An `Object Created` event in, what became of the object out: ids, codes and counts. */
export function handler(event: unknown, context: Context): Promise<ObjectResult> {
  return loggedHook(
    'object-redaction',
    context.awsRequestId,
    (line) => process.stdout.write(line),
    () => hook(event),
    (result) => ({ ...result, quarantined: result.outcome === 'QUARANTINED' ? 1 : 0 }),
  );
}
