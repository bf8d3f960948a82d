export type AccountSettingErrorCode =
  /** The event or its properties are not what a handler takes. */
  | 'INVALID_EVENT'
  /** Somebody else configured it. */
  | 'OTHER_OWNER'
  /** There is nothing of the name it was given. */
  | 'NOT_FOUND'
  /** What was to be set would not work, or would do harm. */
  | 'NOT_FIT'
  /** It was set, and reads differently. */
  | 'NOT_AS_ASKED'
  | 'ACCESS_DENIED'
  /** Bedrock found fault with what it was given. */
  | 'REFUSED'
  | 'THROTTLED'
  | 'TIMED_OUT'
  | 'FAILED'
  | 'INTERNAL';

/**
 * What a deployment is told. Names of Regions, buckets, log groups and roles may stand in the message, as whoever deploys
 * needs them; words of the service never do.
 */
export class AccountSettingError extends Error {
  override readonly name = 'AccountSettingError';

  constructor(
    readonly code: AccountSettingErrorCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}
