import { LedgerError } from '../ledger/ledger-error';
import { kindOf, type Problem, type ProblemCode } from './problem';
import type { Stage } from './stage';

export interface GatewayErrorDetail {
  /** Name of a field of ours, never one the caller made up. */
  readonly field?: string;
  /** @default the stage of the code */
  readonly stage?: Stage;
}

/**
 * The one error of the gateway. Lambda prints message and stack, so both are of the code alone and no cause is kept: nothing
 * of a request can be in it.
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly stage: Stage;
  readonly field: string | undefined;

  constructor(
    readonly code: ProblemCode,
    { field, stage = kindOf(code).stage }: GatewayErrorDetail = {},
  ) {
    super(`${code}: ${kindOf(code).title}`);
    this.stack = `${this.name}: ${this.message}`;
    this.stage = stage;
    this.field = field;
  }

  get retryable(): boolean {
    return kindOf(this.code).retryable === true;
  }

  toProblem(requestId: string, receipt?: string): Problem {
    const { title, status } = kindOf(this.code);
    return {
      type: `urn:hipaa-ai:problem:${this.code}`,
      title,
      status,
      code: this.code,
      stage: this.stage,
      ...(this.field === undefined ? {} : { field: this.field }),
      instance: `urn:uuid:${requestId}`,
      ...(receipt === undefined ? {} : { receipt }),
    };
  }
}

/** What went wrong as one of ours; whatever it was before, nothing of it is kept. */
export function asGatewayError(error: unknown, stage: Stage): GatewayError {
  if (error instanceof GatewayError) return error;
  // a fault of ours, and not of the ledger: the refusal it ends in can be recorded
  if (error instanceof LedgerError && error.code === 'ENTRY_REFUSED')
    return new GatewayError('INTERNAL', { stage });
  // of keyed digests too: without their key there is no record
  if (error instanceof LedgerError) return new GatewayError('LEDGER_UNAVAILABLE');
  return new GatewayError('INTERNAL', { stage });
}
