import type { Context } from 'aws-lambda';
import type { ObjectResult } from '../object-redaction/object-redactor';
import { readSettings } from '../object-redaction/settings';
import { objectRedactorOf, versionLookupOf } from '../object-redaction/wiring';
import { loggedHook } from '../redaction/hook-log';
import { createBatchTask } from './task';

const settings = readSettings(process.env);
const task = createBatchTask(objectRedactorOf(settings), versionLookupOf(settings));

/** An object of a batch in, what became of it out: ids, codes and counts. */
export function handler(event: unknown, context: Context): Promise<ObjectResult> {
  return loggedHook(
    'batch-redaction',
    context.awsRequestId,
    (line) => process.stdout.write(line),
    () => task(event),
    (result) => ({ ...result, quarantined: result.outcome === 'QUARANTINED' ? 1 : 0 }),
  );
}
