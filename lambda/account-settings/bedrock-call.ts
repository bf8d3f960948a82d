import { AccountSettingError, type AccountSettingErrorCode } from './account-setting-error';

/** Milliseconds for one call with all its attempts. */
export const CALL_DEADLINE_MS = 15_000;

/**
 * Settings for `new BedrockClient`: by default the SDK waits without end. What is throttled or fails on Bedrock's side is
 * tried again after a pause that doubles and is drawn at random.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const CLIENT_SETTINGS = {
  maxAttempts: 5,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;

const CODES: Readonly<Record<string, AccountSettingErrorCode>> = {
  AbortError: 'TIMED_OUT',
  AccessDenied: 'ACCESS_DENIED',
  AccessDeniedException: 'ACCESS_DENIED',
  ResourceNotFoundException: 'NOT_FOUND',
  ThrottlingException: 'THROTTLED',
  TimeoutError: 'TIMED_OUT',
  TooManyRequestsException: 'THROTTLED',
  ValidationException: 'REFUSED',
};

/**
 * Makes one call under a deadline.
 * @throws AccountSettingError ACCESS_DENIED, NOT_FOUND, REFUSED, THROTTLED, TIMED_OUT, FAILED; nothing of the service's answer in it
 */
export async function callBedrock<Answer>(
  operation: string,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
  deadlineMs = CALL_DEADLINE_MS,
): Promise<Answer> {
  try {
    return await send({ abortSignal: AbortSignal.timeout(deadlineMs) });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const code = CODES[name] ?? 'FAILED';
    throw new AccountSettingError(code, `${operation} ${WORDS[code]}`);
  }
}

const WORDS: Readonly<Record<AccountSettingErrorCode, string>> = {
  ACCESS_DENIED: 'is not allowed',
  FAILED: 'failed',
  INTERNAL: 'failed',
  INVALID_EVENT: 'was not understood',
  NOT_AS_ASKED: 'did not take effect',
  NOT_FIT: 'would do harm',
  NOT_FOUND: 'found nothing',
  OTHER_OWNER: 'belongs to somebody else',
  REFUSED: 'was refused as not valid',
  THROTTLED: 'was throttled each time it was tried',
  TIMED_OUT: 'was not answered in time',
};
