import { evaluate, type Decision } from '../policy/evaluate';
import type { Request } from '../policy/request';
import type { Cause } from './access-matrix';
import type { Estate, Place } from './estate';
import type { Layer } from './layer';
import type { Principal } from './principals';

/** One authorization. */
export interface Ask {
  readonly action: string;
  /** `*` for actions without a resource. */
  readonly arn: string;
  readonly requestedRegion: string;
  /** Further condition keys. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** Set for what is asked besides the action of the door. */
  readonly needs?: true;
}

export interface Answer {
  readonly verdict: Decision['verdict'];
  readonly by: readonly Cause[];
}

/** Keys that a request may have, and of which templates say nothing. */
const NEVER_KNOWN = [
  'aws:MultiFactorAuthAge',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalOrgPaths',
  'aws:Referer',
  'aws:SourceIdentity',
  'aws:SourceIp',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:VpcSourceIp',
];
/** Foundation models are AWS's: what these keys say of them is documented nowhere. */
const OWNER = ['aws:ResourceAccount', 'aws:ResourceOrgID', 'aws:ResourceOrgPaths'];

/** What the policies around a principal say of one authorization. */
export function decide(estate: Estate, asked: Principal, place: Place, ask: Ask, resource?: Layer): Answer {
  const { action } = ask;
  const request = requestOf(estate, asked, place, ask);
  const isOurs = asked.principal.kind !== 'other-account';
  const policy = resource ?? estate.resourcePolicy(ask.arn);
  const decision = evaluate(request, {
    identity: asked.identity.for(action),
    ...(asked.boundary ? { boundary: asked.boundary.for(action) } : {}),
    ...(policy ? { resource: policy.for(action) } : {}),
    ...(place.policy ? { endpoint: { type: 'Interface', statements: place.policy.for(action) } } : {}),
    scps: isOurs ? estate.controlPolicies('scp', asked.account).map((level) => level.for(action)) : [],
    rcps: estate
      .controlPolicies('rcp', request.resource.account ?? asked.account)
      .map((level) => level.for(action)),
  });
  const by = causesOf(estate, decision, ask);
  // most resources have no policy: that it allows nothing goes without saying
  return { verdict: decision.verdict, by: policy ? by : by.filter(({ layer }) => layer !== 'resource') };
}

export function requestOf(estate: Estate, asked: Principal, place: Place, ask: Ask): Request {
  const isUnowned = /^arn:[^:]*:bedrock:[^:]*::/u.test(ask.arn);
  const written = /^arn:[^:]*:[^:]*:[^:]*:(?<account>\d{12}):/u.exec(ask.arn)?.groups?.['account'];
  const [organization, ...others] = estate.organizationIds;
  const isOurs = asked.principal.kind !== 'other-account';
  const isOne = organization !== undefined && others.length === 0;
  return {
    principal: asked.asking,
    action: ask.action,
    // nobody's policy but the caller's has a say in what belongs to no account
    resource: { arn: ask.arn, account: written ?? asked.account },
    context: {
      'aws:SecureTransport': ['true'],
      'aws:RequestedRegion': [ask.requestedRegion],
      ...(isOne ? { 'aws:PrincipalOrgID': [isOurs ? organization : 'o-0otherone0'] } : {}),
      ...(isOne && !isUnowned ? { 'aws:ResourceOrgID': [organization] } : {}),
      ...place.context,
      ...ask.context,
    },
    undecided: [
      ...NEVER_KNOWN,
      ...(isUnowned ? OWNER : []),
      ...(others.length > 0 ? ['aws:PrincipalOrgID', 'aws:ResourceOrgID', 'aws:VpceOrgID'] : []),
    ],
  };
}

function causesOf(estate: Estate, decision: Decision, ask: Ask): readonly Cause[] {
  if (decision.verdict === 'allowed') return [];
  const needs = ask.needs ? { needs: ask.action } : {};
  const layerOf = (layer: Cause['layer']) =>
    layer === 'resource' && ask.action.startsWith('kms:') ? 'key' : layer;
  const named = decision.statements.map(({ policy, path }): Cause => ({
    layer: layerOf(policy),
    ...estate.labels.causeOf(path),
    ...needs,
  }));
  const layers = new Set(named.map(({ layer }) => layer));
  const silent = decision.blockedBy
    .map(layerOf)
    .filter((layer) => !layers.has(layer))
    .map((layer): Cause => ({ layer, ...needs }));
  return [...named, ...silent];
}

/** All must be allowed: the first that is denied says why. */
export function all(answers: Iterable<Answer>): Answer {
  let open: Answer | undefined;
  for (const answer of answers) {
    if (answer.verdict === 'denied') return answer;
    if (answer.verdict === 'unknown') open ??= answer;
  }
  return open ?? { verdict: 'allowed', by: [] };
}

/** One that is allowed is enough; what is denied is denied by everything that denies. */
export function any(answers: readonly Answer[]): Answer {
  const best = (['allowed', 'unknown', 'denied'] as const).find((verdict) =>
    answers.some((each) => each.verdict === verdict),
  );
  const same = answers.filter((each) => each.verdict === best);
  const by = new Map(same.flatMap(({ by }) => by.map((cause) => [JSON.stringify(cause), cause])));
  return { verdict: best ?? 'denied', by: [...by.values()] };
}
