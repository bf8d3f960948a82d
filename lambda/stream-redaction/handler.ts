import type { Context } from 'aws-lambda';
import { loggedHook } from '../redaction/hook-log';
import { createRedactor } from '../redaction/redactor';
import { createTransformation, type Transformation } from './transformation';

const transform = createTransformation(createRedactor());

/** Records of Firehose in, the same records without identifiers out. */
export async function handler(event: unknown, context: Context): Promise<Transformation> {
  const { answer } = await loggedHook(
    'stream-redaction',
    context.awsRequestId,
    (line) => process.stdout.write(line),
    () => Promise.resolve(transform(event)),
    ({ tally }) => ({ outcome: tally.failed > 0 ? 'QUARANTINED' : 'OK', ...tally }),
  );
  return answer;
}
