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

/** Milliseconds for one call with all its retries, whatever the settings of the client and of its credentials. */
export const CALL_DEADLINE_MS = 10_000;
/** Time the SDK has to say itself that its signal was given. */
const GRACE_MS = 250;

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
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
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
/** Of a status below 500, and yet no answer: an earlier attempt of the same call is still on its way. */
const UNDECIDED = new Set(['PriorRequestNotComplete', 'TransactionInProgressException']);
/** Why DynamoDB cancels a transaction that was well-formed, and that it would take later. */
const THROTTLING_REASONS = new Set(['ProvisionedThroughputExceeded', 'ThrottlingError']);
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

interface Metadata {
  readonly httpStatusCode?: number;
  readonly attempts?: number;
}

interface Thrown {
  readonly name?: string;
  readonly $metadata?: Metadata;
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

/** A call that did not succeed, as its caller needs to know it. The service's own words stay here. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure';

  constructor(
    readonly outcome: Exclude<ServiceOutcome, 'answered'>,
    /** Name of the service's exception, e.g. `TransactionCanceledException`. */
    readonly exception: string,
    /** Codes of a cancelled transaction, e.g. `ConditionalCheckFailed`. */
    readonly reasons: readonly string[] = [],
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
    const answer = await withinDeadline(send);
    report('answered', answer.$metadata.attempts ?? 1);
    return answer;
  } catch (error) {
    const { name, $metadata = {}, CancellationReasons = [] } = (error ?? {}) as Thrown;
    const reasons = CancellationReasons.flatMap(({ Code = 'None' }) => (Code === 'None' ? [] : Code));
    const outcome = outcomeOf(name, $metadata, reasons);
    report(outcome, $metadata.attempts ?? 1);
    throw new ServiceFailure(outcome, typeof name === 'string' ? name : typeof error, reasons);
  }
}

/** The SDK heeds the signal while it waits for an answer, but not while it waits for credentials. */
async function withinDeadline<Answer>(send: (options: SendOptions) => Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    const expire = (): void => reject(new DOMException('no answer', 'TimeoutError'));
    timer = setTimeout(expire, CALL_DEADLINE_MS + GRACE_MS).unref();
  });
  try {
    return await Promise.race([send({ abortSignal: AbortSignal.timeout(CALL_DEADLINE_MS) }), expiry]);
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf(
  name: string | undefined,
  { httpStatusCode }: Metadata,
  reasons: readonly string[],
): ServiceFailure['outcome'] {
  if (name !== undefined && THROTTLING.has(name)) return 'throttled';
  if (reasons.some((reason) => THROTTLING_REASONS.has(reason))) return 'throttled';
  if (httpStatusCode === TOO_MANY_REQUESTS) return 'throttled';
  if (name !== undefined && TIMEOUTS.has(name)) return 'timed-out';
  if (name !== undefined && UNDECIDED.has(name)) return 'failed';
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
