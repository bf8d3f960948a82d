import { RedactionError } from '../redaction/errors';
import { parseObjectCreated } from './object-created';
import type { ObjectRedactor, ObjectResult } from './object-redactor';

/** Answers one event of the source bucket; events of another bucket are refused. */
export function createObjectRedactionHook(
  redact: ObjectRedactor,
  sourceBucket: string,
): (event: unknown) => Promise<ObjectResult> {
  return async (event) => {
    const { bucket, key, versionId } = parseObjectCreated(event);
    if (bucket !== sourceBucket) {
      throw new RedactionError('INVALID_EVENT', 'the event is about another bucket than the one configured');
    }
    return redact({ key, versionId });
  };
}
