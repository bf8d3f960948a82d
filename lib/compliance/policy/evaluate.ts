import { parseArn } from './arn';
import { namingOf, sameAccount, type Naming } from './principal-match';
import { hasResourceControl } from './resource-control';
import { accountOf, accountOfResource, contextOf, isServiceLinked, type Request } from './request';
import type { Statement } from './statement';
import { fits } from './statement-match';
import { every, some, type Tri } from './tri';
import type { Lookup } from './variable';

export type PolicyType = 'identity' | 'resource' | 'boundary' | 'session' | 'endpoint' | 'scp' | 'rcp';

/** The policies that apply to a request, each as its statements. What is not there does not limit. */
export interface Policies {
  readonly identity?: readonly Statement[];
  /** The policy of the resource; for sts:AssumeRole the trust policy, for a key the key policy. */
  readonly resource?: readonly Statement[];
  readonly boundary?: readonly Statement[];
  readonly session?: readonly Statement[];
  /** Where the request comes through a VPC endpoint: its policy. */
  readonly endpoint?: { readonly type: 'Gateway' | 'Interface'; readonly statements: readonly Statement[] };
  /** One entry for the root, each organizational unit and the account. None for the management account. */
  readonly scps?: readonly (readonly Statement[])[];
  /** As `scps`, of the resource's account. RCPFullAWSAccess, which cannot be detached, need not be among them. */
  readonly rcps?: readonly (readonly Statement[])[];
}

export interface Decision {
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  /** `explicit`: a Deny. `implicit`: nothing allows. */
  readonly reason: 'allow' | 'explicit' | 'implicit' | 'undecided';
  /** Kinds of policy that deny, that fail to allow, or that leave it open. */
  readonly blockedBy: readonly PolicyType[];
  /** The statements that deny, allow or leave it open. */
  readonly statements: readonly { readonly policy: PolicyType; readonly path: string }[];
}

/** What one kind of policy says. */
interface Voice {
  readonly type: PolicyType;
  readonly deny: Tri;
  readonly allow: Tri;
  readonly matched: readonly { readonly statement: Statement; readonly answer: Tri }[];
}

/**
 * Whether a request is allowed. An explicit Deny anywhere wins; every level of SCPs, boundary, session policy and endpoint
 * policy must allow; then identity policies or the resource's decide, in one account either, across accounts both.
 * Not covered: KMS grants, S3 access control lists and Block Public Access, and services' own checks.
 * Sources: IAM user guide, "How AWS enforcement code logic evaluates requests to allow or deny access", "Policy evaluation
 * for requests within a single account", "Cross-account policy evaluation logic"; KMS developer guide, "Key policies".
 */
export function evaluate(request: Request, policies: Policies): Decision {
  const lookup = contextOf(request);
  const { principal } = request;
  const said = (type: PolicyType, statements: readonly Statement[]) =>
    voice(type, statements, request, lookup);
  const isCaller =
    principal.kind !== 'service' && principal.kind !== 'federated' && principal.kind !== 'anonymous';
  const isLinked = isServiceLinked(principal);
  const scps = isCaller && !isLinked ? (policies.scps ?? []).map((level) => said('scp', level)) : [];
  const reaches = hasResourceControl(request.action);
  const rcps = (isLinked ? [] : (policies.rcps ?? [])).map((level) => {
    const rcp = said('rcp', level);
    return { ...rcp, deny: every([rcp.deny, reaches]) };
  });
  const identity = said('identity', isCaller && principal.kind !== 'root' ? (policies.identity ?? []) : []);
  const boundary = isCaller && policies.boundary ? said('boundary', policies.boundary) : undefined;
  const session = isCaller && policies.session ? said('session', policies.session) : undefined;
  const endpoint = policies.endpoint
    ? voiceFor('endpoint', policies.endpoint.statements, request, lookup, policies.endpoint.type)
    : undefined;
  const resource = voiceFor('resource', policies.resource ?? [], request, lookup);

  const voices = [...scps, ...rcps, identity, boundary, session, endpoint, resource].filter(
    (each) => each !== undefined,
  );
  const explicit = voices.filter(({ deny }) => deny === true);
  if (explicit.length > 0) return decide('denied', 'explicit', explicit, 'Deny', true);

  // a federated user without a session policy has no permissions of its own (sts:GetFederationToken)
  const isWithoutSession = principal.kind === 'federated-user' && session === undefined;
  const limits = every([boundary ? boundary.allow : true, session ? session.allow : !isWithoutSession]);
  const own =
    principal.kind === 'root' ? every([limits, !isTakingRole(request)]) : every([identity.allow, limits]);
  const { naming } = resource;
  // the guide says that session policies do not limit this either; it is said to be otherwise in practice
  const everybody = every([naming.everybody, some([session ? session.allow : true, undefined])]);
  const direct = some([naming.direct, everybody]);
  const granted = isCaller ? reach(request, policies, own, limits, { ...naming, direct }) : direct;
  const guards = [...scps, ...(endpoint ? [endpoint] : [])];
  const allowed = every([granted, ...guards.map(({ allow }) => allow)]);

  const blocking = (answer: Tri) =>
    [
      ...guards.filter(({ allow }) => allow === answer),
      ...(granted === answer
        ? [boundary, session, identity, resource].filter((each) => each?.allow === answer)
        : []),
    ].filter((each) => each !== undefined);
  if (allowed === false) return decide('denied', 'implicit', blocking(false), 'Allow', false);
  const open = blocking(undefined);
  const doubts = voices.filter(({ deny }) => deny === undefined);
  if (allowed === undefined || doubts.length > 0) {
    // where each kind of policy is clear, it is open how session and resource policy, or the two accounts, go together
    const between = [session, resource].filter((each) => each !== undefined);
    const who = [...new Set([...doubts, ...open])];
    return decide('unknown', 'undecided', who.length > 0 ? who : between, undefined, undefined);
  }
  return { ...decide('allowed', 'allow', voices, 'Allow', true), blockedBy: [] };
}

/** What identity and resource policies grant together. */
function reach(request: Request, policies: Policies, own: Tri, limits: Tri, naming: Naming): Tri {
  const named = some([naming.direct, every([naming.limited, limits])]);
  // without its policy nothing is known about a key or a role
  const inside = isGuarded(request)
    ? policies.resource && some([named, every([naming.account, own])])
    : some([named, own]);
  const across =
    isGuarded(request) && policies.resource === undefined
      ? undefined
      : every([own, some([naming.direct, naming.everybody, naming.limited, naming.account])]);
  // the root user cannot take a role, whoever trusts the account
  if (request.principal.kind === 'root' && isTakingRole(request)) return false;
  const same = sameAccount(accountOf(request.principal), accountOfResource(request.resource));
  if (same !== undefined) return same ? inside : across;
  return inside === across ? inside : undefined;
}

/** Keys and roles: the policy on them must allow, or hand the decision to the account. */
function isGuarded({ action, resource }: Request): boolean {
  const lower = action.toLowerCase();
  if (isTakingRole({ action })) return true;
  if (!lower.startsWith('kms:') || resource.arn === '*') return false;
  const name = parseArn(resource.arn)?.resource;
  return name === undefined || name.startsWith('key/') || name.includes('${');
}

function isTakingRole({ action }: Pick<Request, 'action'>): boolean {
  return /^sts:(?:assumerole(?:with(?:saml|webidentity))?|tagsession|setsourceidentity)$/u.test(
    action.toLowerCase(),
  );
}

function voice(type: PolicyType, statements: readonly Statement[], request: Request, lookup: Lookup): Voice {
  const matched = statements.map((statement) => ({
    statement,
    answer: fits(statement, request, lookup, 'refused'),
  }));
  return speak(type, matched);
}

/** A policy that names principals. */
function voiceFor(
  type: 'resource' | 'endpoint',
  statements: readonly Statement[],
  request: Request,
  lookup: Lookup,
  endpoint?: 'Gateway' | 'Interface',
): Voice & { readonly naming: Naming } {
  const each = statements.map((statement) => {
    const fit = fits(statement, request, lookup, 'its-own');
    const naming = statement.unreadable.includes('Statement')
      ? OPEN_NAMING
      : namingOf(statement, request.principal, endpoint === 'Gateway' ? 'root' : 'members');
    return {
      statement,
      naming: eachOf((kind) => every([fit, naming[kind]])),
    };
  });
  const matched = each.map(({ statement, naming }) => ({
    statement,
    answer: some(Object.values(naming)),
  }));
  const granted = (kind: keyof Naming) =>
    some(each.map(({ statement, naming }) => every([isOf(statement, 'Allow'), naming[kind]])));
  return { ...speak(type, matched), naming: eachOf(granted) };
}

function eachOf(answer: (kind: keyof Naming) => Tri): Naming {
  return {
    direct: answer('direct'),
    everybody: answer('everybody'),
    limited: answer('limited'),
    account: answer('account'),
  };
}

const OPEN_NAMING = eachOf(() => undefined);

function speak(type: PolicyType, matched: Voice['matched']): Voice {
  const says = (effect: 'Allow' | 'Deny') =>
    some(matched.map(({ statement, answer }) => every([isOf(statement, effect), answer])));
  return { type, deny: says('Deny'), allow: says('Allow'), matched };
}

function isOf({ effect, effectVaries }: Statement, wanted: 'Allow' | 'Deny'): Tri {
  return effect === undefined || effectVaries ? undefined : effect === wanted;
}

function decide(
  verdict: Decision['verdict'],
  reason: Decision['reason'],
  voices: readonly Voice[],
  effect: 'Allow' | 'Deny' | undefined,
  answer: Tri,
): Decision {
  return {
    verdict,
    reason,
    blockedBy: [...new Set(voices.map(({ type }) => type))],
    statements: voices.flatMap(({ type, matched }) =>
      matched
        .filter((each) =>
          effect === undefined
            ? every([each.answer, isOf(each.statement, each.statement.effect ?? 'Deny')]) === undefined
            : answer === true && each.answer === true && each.statement.effect === effect,
        )
        .map(({ statement }) => ({ policy: type, path: statement.path })),
    ),
  };
}
