import { ModelError, type ModelFailure } from './model';

/**
 * Exceptions of Bedrock's runtime by what they mean to a caller. What the client calls a time-out is a connection that was lost: time is
 * kept here, by the signal. Source: Bedrock API reference, Converse, "Errors".
 */
const FAILURES: Readonly<Record<string, ModelFailure>> = {
  ThrottlingException: 'throttled',
  // quota of the account or the queue of the model: both pass
  ServiceQuotaExceededException: 'throttled',
  ModelNotReadyException: 'throttled',
  ModelTimeoutException: 'timed-out',
  ModelErrorException: 'failed',
  ModelStreamErrorException: 'failed',
  InternalServerException: 'failed',
  ServiceUnavailableException: 'failed',
  ValidationException: 'rejected',
  AccessDeniedException: 'rejected',
  ResourceNotFoundException: 'rejected',
};
const TOO_MANY_REQUESTS = 429;
const CLIENT_ERROR = 400;
const SERVER_ERROR = 500;

export function modelErrorOf(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal.aborted) return new ModelError('timed-out');
  const { name = '', $metadata } = (error ?? {}) as {
    readonly name?: string;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const known = Object.hasOwn(FAILURES, name) ? FAILURES[name] : undefined;
  if (known !== undefined) return new ModelError(known);
  const status = $metadata?.httpStatusCode ?? SERVER_ERROR;
  if (status === TOO_MANY_REQUESTS) return new ModelError('throttled');
  return new ModelError(status >= CLIENT_ERROR && status < SERVER_ERROR ? 'rejected' : 'failed');
}
