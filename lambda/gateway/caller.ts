import type { LedgerEntry } from '../ledger/ledger-entry';

/** Who calls, as the door proves it. Nothing of a body is ever in it. */
export interface Caller extends Pick<
  LedgerEntry['caller'],
  'authentication' | 'secondFactor' | 'onBehalfOf'
> {
  readonly principal: string;
  /** What lists of a manifest are compared with: the ARN of a role, a SPIFFE id, groups as `group:NAME`. */
  readonly grants: readonly string[];
  /**
   * The one use case of the path that was called, where each has its own: throttles and policies of paths hold for it alone.
   * @default - any that lists the caller
   */
  readonly onlyUseCase?: string;
  /**
   * The path is that of people who decide on answers: no model is asked through it.
   * @default - whatever the body asks for
   */
  readonly onlyOversight?: true;
}

/** A call whose sender no door could tell. */
export const NOBODY: Caller = { principal: 'unknown', authentication: 'none', grants: [] };

/** Whether one of the names that a manifest lists is the caller's. Roles are compared without their path. */
export function isAmong(caller: Caller, listed: readonly string[]): boolean {
  return listed.some((each) => caller.grants.includes(withoutPath(each)));
}

/**
 * An ARN of a role or user as a session tells it: without its path. Names are unique in an account whatever the path.
 * Source: IAM user guide, "IAM identifiers"; STS, "AssumedRoleUser".
 */
export function withoutPath(principal: string): string {
  return principal.replace(/^(arn:[\w-]+:iam::\d{12}:(?:role|user)\/)(?:.*\/)?([^/]+)$/u, '$1$2');
}

/** The part of a caller that a record holds. */
export function recorded({
  principal,
  authentication,
  secondFactor,
  onBehalfOf,
}: Caller): LedgerEntry['caller'] {
  return {
    principal,
    authentication,
    ...(secondFactor === undefined ? {} : { secondFactor }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
}
