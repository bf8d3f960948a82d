import type { RequestPrincipal } from '../policy/request';
import { readDocument } from '../policy/document';
import { ownStatements, principalPolicies } from '../policy/principal-policies';
import type { Statement } from '../policy/statement';
import { PLACE } from '../deployed/place';
import type { Resource } from '../template/resource';
import type { MatrixPrincipal } from './access-matrix';
import { ASKED_ACTIONS, OPEN_KEY } from './doors';
import type { Estate } from './estate';
import { Layer, mayConcern } from './layer';
import { managedStatements } from './managed-policies';

/** A principal with all that is written for it alone. */
export interface Principal {
  readonly principal: MatrixPrincipal;
  /** The role or user of the assembly; none for those that stand for others. */
  readonly resource?: Resource;
  readonly asking: RequestPrincipal;
  readonly account: string;
  readonly region: string;
  readonly identity: Layer;
  readonly boundary?: Layer;
}

/** A policy that is somewhere else may say anything. */
const unreadable = (name: string) => readDocument('not a document', name);
const OTHER_ACCOUNT = '444455556666';

/** Roles and users whose policies may be about Bedrock, then whoever else there is, in this account and another. */
export function principalsOf(estate: Estate, templates: ReadonlySet<string>): readonly Principal[] {
  const { assembly } = estate.deployed;
  const own = ['AWS::IAM::Role', 'AWS::IAM::User']
    .flatMap((type) => assembly.resourcesOf(type))
    .filter(({ template }) => templates.has(template.path))
    .map((resource) => principalOf(estate, resource))
    .filter(({ identity }) => identity.statements.some(concernsBedrock));
  const accounts = new Map(
    assembly.templates.map((template) => [
      template.account ?? PLACE.account,
      template.region ?? PLACE.region,
    ]),
  );
  // endpoints and control policies alone are to stop them
  const places = [...accounts].map(([account, region]) => anybodyOf(account, region));
  const [first] = places;
  const outside = accounts.has(OTHER_ACCOUNT) ? '777788889999' : OTHER_ACCOUNT;
  const other: Principal = {
    ...anybodyOf(outside, first?.region ?? PLACE.region),
    principal: { name: `a principal of another account (${outside})`, kind: 'other-account' },
  };
  return [...own, ...places, other];
}

/** An Allow that reaches a door, any word of Bedrock, or what cannot be read. */
function concernsBedrock(statement: Statement): boolean {
  const { actions, notActions, effect } = statement;
  if ([...actions, ...notActions].some((action) => action.startsWith('bedrock'))) return true;
  return effect !== 'Deny' && ASKED_ACTIONS.some((action) => mayConcern(statement, action));
}

function principalOf(estate: Estate, resource: Resource): Principal {
  const { deployed, labels } = estate;
  const arn = deployed.arnOf(resource);
  const kind = resource.type === 'AWS::IAM::User' ? 'user' : 'role';
  const relevant = (statement: Statement) =>
    [...ASKED_ACTIONS, OPEN_KEY].some((action) => mayConcern(statement, action));
  const groups = kind === 'user' ? groupsOf(estate, resource) : [];
  const attached = [resource, ...groups].flatMap((each) => principalPolicies(each).attached);
  const outside = [resource, ...groups].flatMap(managedOutside);
  const boundary = boundaryOf(estate, resource);
  return {
    principal: { name: resource.constructPath ?? `${resource.template.path}#${resource.logicalId}`, kind },
    resource,
    asking: {
      ...(kind === 'user' ? { kind, arn } : { kind, arn, session: 'session' }),
      tags: tagsOf(resource),
    },
    account: deployed.accountOf(resource),
    region: deployed.regionOf(resource),
    identity: new Layer([...attached.map((each) => labels.of(each)), ...outside].filter(relevant)),
    ...(boundary === undefined ? {} : { boundary: new Layer(boundary.filter(relevant)) }),
  };
}

function boundaryOf({ labels }: Estate, resource: Resource): readonly Statement[] | undefined {
  const { boundary } = principalPolicies(resource);
  if (boundary === undefined || boundary === 'unreadable')
    return boundary && unreadable('a policy outside the assembly');
  const policies = resource.property('PermissionsBoundary').targets();
  return policies.flatMap((policy) =>
    ownStatements(policy, policies.length > 1).map((each) => labels.of(each)),
  );
}

/** Managed policies of AWS, and those that were made elsewhere. */
function managedOutside(principal: Resource): readonly Statement[] {
  return principal
    .property('ManagedPolicyArns')
    .items()
    .flatMap((item) => {
      if (item.targets().length > 0) return [];
      const [arn = ''] = item.texts();
      return managedStatements(arn) ?? unreadable(arn === '' ? 'a policy outside the assembly' : arn);
    });
}

function groupsOf({ deployed }: Estate, user: Resource): readonly Resource[] {
  const named = user.property('Groups').items();
  const added = deployed.assembly
    .resourcesOf('AWS::IAM::UserToGroupAddition')
    .filter((addition) =>
      addition
        .property('Users')
        .items()
        .some((each) => each.targets().includes(user)),
    )
    .map((addition) => addition.property('GroupName'));
  return [...named, ...added].flatMap((group) => group.targets());
}

function tagsOf(resource: Resource): Readonly<Record<string, string>> {
  const tags = resource.property('Tags').items();
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const [key] = tag.at('Key').texts();
      const [value] = tag.at('Value').texts();
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );
}

function anybodyOf(account: string, region: string): Principal {
  const asking: RequestPrincipal = {
    kind: 'role',
    arn: `arn:aws:iam::${account}:role/anybody`,
    session: 'session',
  };
  return {
    principal: {
      name: `any other principal of account ${account}, allowed every Bedrock action`,
      kind: 'account',
    },
    asking,
    account,
    region,
    identity: new Layer(
      readDocument({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: ['bedrock:*', 'bedrock-mantle:*', 'kms:Decrypt'],
          Resource: '*',
        },
      }),
    ),
  };
}
