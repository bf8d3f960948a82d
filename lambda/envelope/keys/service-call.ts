import { EnvelopeError } from '../errors';

/** One call of KMS or DynamoDB, for metrics: what was asked and how it went, nothing of what it was about. */
export interface ServiceCall {
  readonly operation:
    | 'Decrypt'
    | 'DeleteItem'
    | 'DescribeContinuousBackups'
    | 'DescribeTable'
    | 'GenerateDataKey'
    | 'GenerateDataKeyWithoutPlaintext'
    | 'GetItem'
    | 'ListBackups'
    | 'Query'
    | 'ReEncrypt'
    | 'TransactWriteItems';
  readonly outcome: ServiceOutcome;
  /** 1 when the first attempt was answered. The SDK retries by itself. */
  readonly attempts: number;
  readonly milliseconds: number;
}

/** `refused`: the service said no, and would again. */
export type ServiceOutcome = 'answered' | 'throttled' | 'timed-out' | 'failed' | 'refused';

/** Must not throw; what it throws is dropped, as a metric is no reason to refuse. */
export type ServiceCallObserver = (call: ServiceCall) => void;

/** What `send` of a client takes besides the command. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/** Milliseconds for one call with all its retries, whatever the settings of the client. */
export const CALL_DEADLINE_MS = 10_000;

/**
 * Settings for `new KMSClient` and `new DynamoDBClient`: by default the SDK waits without end. One attempt takes three
 * seconds at most; there are three, with the SDK's random back-off between them.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const CLIENT_SETTINGS = {
  maxAttempts: 3,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
} as const;

const THROTTLING = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);
const TIMEOUTS = new Set(['AbortError', 'TimeoutError']);
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

interface Metadata {
  readonly httpStatusCode?: number;
  readonly attempts?: number;
}

/** A call that did not succeed, as its caller needs to know it. The service's own words stay here. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure';

  constructor(
    readonly outcome: Exclude<ServiceOutcome, 'answered'>,
    /** Name of the service's exception, e.g. `TransactionCanceledException`. */
    readonly exception: string,
  ) {
    super(`${outcome}: ${exception}`);
  }
}

/**
 * Makes one call under a deadline, and reports it.
 *
 * @throws ServiceFailure
 */
export async function callService<Answer extends { readonly $metadata: Metadata }>(
  operation: ServiceCall['operation'],
  send: (options: SendOptions) => Promise<Answer>,
  observe: ServiceCallObserver | undefined,
): Promise<Answer> {
  const start = performance.now();
  const report = (outcome: ServiceOutcome, attempts: number): void => {
    try {
      observe?.({ operation, outcome, attempts, milliseconds: performance.now() - start });
    } catch {
      // said in the type
    }
  };
  try {
    const answer = await send({ abortSignal: AbortSignal.timeout(CALL_DEADLINE_MS) });
    report('answered', answer.$metadata.attempts ?? 1);
    return answer;
  } catch (error) {
    const { name, $metadata = {} } = (error ?? {}) as {
      readonly name?: string;
      readonly $metadata?: Metadata;
    };
    const outcome = outcomeOf(name, $metadata);
    report(outcome, $metadata.attempts ?? 1);
    throw new ServiceFailure(outcome, typeof name === 'string' ? name : typeof error);
  }
}

function outcomeOf(name: string | undefined, { httpStatusCode }: Metadata): ServiceFailure['outcome'] {
  if (name !== undefined && THROTTLING.has(name)) return 'throttled';
  if (httpStatusCode === TOO_MANY_REQUESTS) return 'throttled';
  if (name !== undefined && TIMEOUTS.has(name)) return 'timed-out';
  // no status: nothing answered
  return httpStatusCode === undefined || httpStatusCode >= SERVER_ERROR ? 'failed' : 'refused';
}

/**
 * The call for a data key. What the service says goes wrong is its own affair: callers learn whether to try again,
 * nothing more.
 *
 * @throws EnvelopeError THROTTLED, NO_KEY
 */
export async function callForKey<Answer extends { readonly $metadata: Metadata }>(
  operation: ServiceCall['operation'],
  send: (options: SendOptions) => Promise<Answer>,
  observe: ServiceCallObserver | undefined,
): Promise<Answer> {
  try {
    return await callService(operation, send, observe);
  } catch (error) {
    const outcome = error instanceof ServiceFailure ? error.outcome : 'failed';
    if (outcome === 'throttled') throw new EnvelopeError('THROTTLED');
    throw new EnvelopeError('NO_KEY', outcome !== 'refused');
  }
}
