import type { Context } from 'aws-lambda';
import { loggedHook } from '../redaction/hook-log';
import { createRedactor } from '../redaction/redactor';
import { createInterceptor } from './interceptor';

const intercept = createInterceptor(createRedactor());

/** An interceptor event of an AgentCore Gateway in, what the gateway passes on instead out. */
export async function handler(event: unknown, context: Context): Promise<object> {
  const { answer } = await loggedHook(
    'agent-interceptor',
    context.awsRequestId,
    (line) => process.stdout.write(line),
    () => Promise.resolve(intercept(event)),
    ({ outcome, counts }) =>
      outcome === 'OK' ? { outcome, counts } : { outcome: 'REFUSED', code: outcome, refused: 1, counts },
  );
  return answer;
}
