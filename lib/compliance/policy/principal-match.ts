import { parseArn } from './arn';
import { matches } from './glob';
import { wholeAccount } from './principal';
import { accountOf, sessionArn, type RequestPrincipal } from './request';
import type { Statement } from './statement';
import { every, not, some, type Tri } from './tri';
import { plainTokens, tokensOf } from './variable';

/**
 * How a resource policy names the caller, which decides what else must allow.
 * Source: IAM user guide, "Policy evaluation for requests within a single account", "IAM JSON policy elements: Principal".
 */
export interface Naming {
  /** The user, the session or the service: boundary and session policy do not limit what is allowed so. */
  readonly direct: Tri;
  /** Everybody: a boundary does not limit what is allowed so. */
  readonly everybody: Tri;
  /** The role behind a session, or the user behind a federated one: boundary and session policy limit it. */
  readonly limited: Tri;
  /** The whole account: its identity policies decide. */
  readonly account: Tri;
}

const NOBODY: Naming = { direct: false, everybody: false, limited: false, account: false };

/** @param accountMeans in the policy of a gateway endpoint an account stands for its root user only */
export function namingOf(
  statement: Statement,
  principal: RequestPrincipal,
  accountMeans: 'members' | 'root' = 'members',
): Naming {
  const { principals, principalTypes, notPrincipals, notPrincipalTypes, unreadable } = statement;
  const gap: readonly Tri[] = unreadable.includes('Principal') ? [undefined] : [];
  if (notPrincipals.length > 0 || principals.length === 0) {
    const isWritten = notPrincipals.length > 0 || gap.length > 0;
    const limited = isWritten ? not(isExempt(notPrincipals, notPrincipalTypes, principal, gap)) : false;
    return { ...NOBODY, limited };
  }
  const all = principals.map((name, index) =>
    named(principalTypes[index] ?? 'AWS', name, principal, accountMeans),
  );
  return {
    direct: some([...all.map(({ direct }) => direct), ...gap]),
    everybody: some([...all.map(({ everybody }) => everybody), ...gap]),
    limited: some([...all.map(({ limited }) => limited), ...gap]),
    account: some([...all.map(({ account }) => account), ...gap]),
  };
}

function named(
  type: string,
  name: string,
  principal: RequestPrincipal,
  accountMeans: 'members' | 'root',
): Naming {
  const isAws = type === '*' || type === 'AWS';
  if (name === '*' && isAws) return { ...NOBODY, everybody: true };
  if (principal.kind === 'service') {
    return {
      ...NOBODY,
      direct: type === 'Service' && (name === '*' ? undefined : equal(name, principal.name)),
    };
  }
  if (principal.kind === 'federated') {
    return {
      ...NOBODY,
      direct: type === 'Federated' && (name === '*' ? undefined : equal(name, principal.provider)),
    };
  }
  if (principal.kind === 'anonymous' || type === 'Service' || type === 'Federated') return NOBODY;
  // the canonical id of an account, and the ids that ARNs of deleted principals turn into, are known to AWS only
  if (!isAws) return { ...NOBODY, direct: undefined };
  if (/^A[A-Z]{3}[A-Z0-9]{12,}$/u.test(name)) return { ...NOBODY, direct: undefined, limited: undefined };
  const account = wholeAccount(name);
  if (account !== undefined) {
    const whole = sameAccount(account, accountOf(principal));
    return principal.kind === 'root'
      ? { ...NOBODY, direct: whole }
      : { ...NOBODY, account: accountMeans === 'members' && whole };
  }
  const { direct, limited } = arnsOf(principal);
  return {
    ...NOBODY,
    direct: some(direct.map((arn) => equal(name, arn))),
    limited: some(limited.map((arn) => equal(name, arn))),
  };
}

/** ARNs by which a caller can be named. */
function arnsOf(principal: RequestPrincipal): {
  readonly direct: readonly string[];
  readonly limited: readonly string[];
} {
  switch (principal.kind) {
    case 'user':
      return { direct: [principal.arn], limited: [] };
    case 'role': {
      const session = sessionArn(principal);
      return { direct: session === undefined ? [] : [session], limited: [principal.arn] };
    }
    case 'federated-user':
      return { direct: [principal.arn], limited: [principal.user] };
    case 'root':
    case 'service':
    case 'federated':
    case 'anonymous':
      return { direct: [], limited: [] };
  }
}

/**
 * Who is exempt from NotPrincipal must be there by every name: session, role and account. Who is there by some of them
 * only may be met. Source: IAM user guide, "IAM JSON policy elements: NotPrincipal".
 */
function isExempt(
  names: readonly string[],
  types: readonly string[],
  principal: RequestPrincipal,
  gap: readonly Tri[],
): Tri {
  const listed = names.map((name, index) => named(types[index] ?? 'AWS', name, principal, 'members'));
  const { direct, limited } = arnsOf(principal);
  const asked = [
    ...(limited.length === 0 || direct.length > 0 ? [listed.map((each) => each.direct)] : []),
    ...(limited.length > 0 ? [listed.map((each) => each.limited)] : []),
    ...(direct.length + limited.length > 0 ? [listed.map((each) => each.account)] : []),
  ].map((answers) => some([...answers, ...gap]));
  if (names.includes('*') && types[names.indexOf('*')] !== 'Service') return true;
  const all = every(asked);
  return all === false && asked.some((answer) => answer !== false) ? undefined : all;
}

/** No wildcards are allowed inside a principal: one that is written all the same may be refused or taken as text. */
function equal(written: string, name: string): Tri {
  const none = () => undefined;
  const exact = matches(
    tokensOf(written, { wildcards: false, variables: false, lookup: none }) ?? [],
    plainTokens(name),
  );
  if (exact !== false) return exact;
  const loose = matches(
    tokensOf(written, { wildcards: true, variables: false, lookup: none }) ?? [],
    plainTokens(name),
  );
  return loose === false ? false : undefined;
}

/** Whether two accounts are one; undefined when one of them is not known. */
export function sameAccount(one: string | undefined, other: string | undefined): Tri {
  if (one === undefined || other === undefined) return undefined;
  if (one === other) return true;
  return one.includes('${') || other.includes('${') ? undefined : false;
}

/** True when the ARN is a role's. */
export function isRoleArn(arn: string): boolean {
  return parseArn(arn)?.resource.startsWith('role/') === true;
}
