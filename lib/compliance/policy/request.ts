import { parseArn } from './arn';
import type { Lookup } from './variable';

/** Whoever makes a request. ARNs may have open places; then only `account` says whose they are. */
export type RequestPrincipal = (
  | { readonly kind: 'user'; readonly arn: string }
  /** A role and, once taken, the name of its session. `arn` is the role's, with its path. */
  | { readonly kind: 'role'; readonly arn: string; readonly session?: string }
  /** Of sts:GetFederationToken; `user` is the ARN of the IAM user who asked for it. */
  | { readonly kind: 'federated-user'; readonly arn: string; readonly user: string }
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'service'; readonly name: string }
  /** A web identity or SAML subject that takes a role: the provider's ARN or name. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'anonymous' }
) & {
  readonly account?: string;
  readonly tags?: Readonly<Record<string, string>>;
};

export interface Request {
  readonly principal: RequestPrincipal;
  /** `service:Action`, without wildcards. */
  readonly action: string;
  readonly resource: {
    /** `*` for actions that have no resource. */
    readonly arn: string;
    /** Needed where the ARN has none, as with buckets. */
    readonly account?: string;
    readonly tags?: Readonly<Record<string, string>>;
  };
  /** Condition keys; what follows from principal and resource is filled in. A key that is not here is not in the request. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** Keys of which nothing is known: conditions on them decide nothing. */
  readonly undecided?: readonly string[];
}

/** Keys that every signed request has. Without a value given they are undecided, not missing. */
const ALWAYS = ['aws:currenttime', 'aws:epochtime', 'aws:securetransport', 'aws:userid'] as const;

/** The values of a request's condition keys. Source: IAM user guide, "AWS global condition context keys". */
export function contextOf({ principal, resource, context = {}, undecided = [] }: Request): Lookup {
  const open = new Set([...ALWAYS, ...undecided.map((key) => key.toLowerCase())]);
  const keys = new Map<string, readonly string[]>();
  const account = accountOf(principal);
  const signed = principal.kind !== 'anonymous' && principal.kind !== 'federated';
  const set = (key: string, value: string | undefined) => {
    if (value === undefined) open.add(key);
    else keys.set(key, [value]);
  };
  const arn = principalArn(principal);
  if (arn !== undefined || principal.kind === 'root') set('aws:principalarn', arn);
  set('aws:principaltype', TYPES[principal.kind]);
  set('aws:principalaccount', principal.kind === 'anonymous' ? 'anonymous' : account);
  set('aws:principalisawsservice', signed ? String(principal.kind === 'service') : undefined);
  set('aws:viaawsservice', 'false');
  set('aws:resourceaccount', accountOfResource(resource));
  if (principal.kind === 'service') set('aws:principalservicename', principal.name);
  if (principal.kind === 'user') set('aws:username', nameOfUser(principal.arn));
  for (const [key, value] of Object.entries(principal.tags ?? {}))
    set(`aws:principaltag/${key.toLowerCase()}`, value);
  for (const [key, value] of Object.entries(resource.tags ?? {}))
    set(`aws:resourcetag/${key.toLowerCase()}`, value);
  for (const [key, values] of Object.entries(context)) keys.set(key.toLowerCase(), values);
  for (const key of undecided) keys.delete(key.toLowerCase());
  return (key) => keys.get(key) ?? (open.has(key) ? 'open' : undefined);
}

/** Services have neither account nor type of their own in the request. */
const TYPES: Readonly<Record<RequestPrincipal['kind'], string | undefined>> = {
  user: 'User',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  service: undefined,
  federated: undefined,
  anonymous: 'Anonymous',
};

function principalArn(principal: RequestPrincipal): string | undefined {
  switch (principal.kind) {
    case 'user':
    case 'role':
    case 'federated-user':
      return principal.arn;
    case 'root':
      return `arn:aws:iam::${principal.account}:root`;
    case 'service':
    case 'federated':
    case 'anonymous':
      return undefined;
  }
}

/** The account of a principal; undefined when it has none or its ARN does not say. */
export function accountOf(principal: RequestPrincipal): string | undefined {
  if (principal.account !== undefined) return principal.account;
  const arn = principalArn(principal);
  return arn === undefined ? undefined : writtenAccount(arn);
}

export function accountOfResource({ arn, account }: Request['resource']): string | undefined {
  return account ?? writtenAccount(arn);
}

function writtenAccount(arn: string): string | undefined {
  const account = parseArn(arn)?.account;
  return account === '' ? undefined : account;
}

/** A session's own ARN, which has no path; parts that the role's ARN leaves open are open in it. */
export function sessionArn({
  arn,
  session,
}: {
  readonly arn: string;
  readonly session?: string;
}): string | undefined {
  if (session === undefined) return undefined;
  const role = parseArn(arn);
  if (!role) return `arn:\${AWS::Partition}:sts::\${Account}:assumed-role/\${Role}/${session}`;
  return `arn:${role.partition}:sts::${role.account}:assumed-role/${lastPart(role.resource)}/${session}`;
}

/** SCPs and RCPs do not reach these. Source: AWS Organizations user guide, "Service control policies", "Resource control policies". */
export function isServiceLinked(principal: RequestPrincipal): boolean {
  return (
    principal.kind === 'role' &&
    parseArn(principal.arn)?.resource.startsWith('role/aws-service-role/') === true
  );
}

function nameOfUser(arn: string): string | undefined {
  const user = parseArn(arn);
  return user?.resource.startsWith('user/') === true ? lastPart(user.resource) : undefined;
}

const lastPart = (resource: string): string => resource.slice(resource.lastIndexOf('/') + 1);
