import { ServiceFailure } from '../keys/service-call';

export type TenantKeyErrorCode =
  | 'INVALID_TENANT'
  | 'TENANT_EXISTS'
  | 'NO_TENANT'
  | 'SHREDDED'
  | 'NOT_CONFIRMED'
  | 'CHANGED_MEANWHILE'
  | 'DAMAGED'
  | 'NOT_ALLOWED'
  | 'THROTTLED'
  | 'UNAVAILABLE'
  | 'NOT_RECORDED';

/**
 * What goes wrong while the keys of a tenant are managed. It is for operators: the text says what was asked, what is the
 * case and what to do. It names the tenant, an opaque id, and never a key.
 */
export class TenantKeyError extends Error {
  override readonly name = 'TenantKeyError';

  constructor(
    readonly code: TenantKeyErrorCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** Makes one call of a service and says in an operator's words why it failed: the exception by name, none of its text. */
export async function explained<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const { outcome, exception } = error;
    if (outcome === 'throttled') throw new TenantKeyError('THROTTLED', `${exception}; try again later`);
    if (outcome === 'refused') {
      throw new TenantKeyError(
        'NOT_ALLOWED',
        `${exception}; look at the role's policy, the key's policy and the name of the table`,
      );
    }
    throw new TenantKeyError('UNAVAILABLE', `${exception}; ask for the status before trying again`);
  }
}
