import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';
import { identityPolicies, statementsOf, type Statement } from './statement';

/** A statement and the resource it is written in. */
export interface Attached {
  readonly statement: Statement;
  readonly resource: Resource;
}

/** What one role, user or group may do, from everywhere in the assembly. */
export interface PrincipalPolicies {
  readonly principal: Resource;
  readonly attached: readonly Attached[];
  /** The boundary's statements; undefined when there is none, `unreadable` when it is outside the assembly. */
  readonly boundary: readonly Statement[] | undefined | 'unreadable';
}

/** Types that hold identity policies of others, and where they name them. */
const ATTACHING: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::IAM::Policy', ['Roles', 'Users', 'Groups']],
  ['AWS::IAM::ManagedPolicy', ['Roles', 'Users', 'Groups']],
  ['AWS::IAM::RolePolicy', ['RoleName']],
  ['AWS::IAM::UserPolicy', ['UserName']],
  ['AWS::IAM::GroupPolicy', ['GroupName']],
]);
const NAMES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::User', 'UserName'],
  ['AWS::IAM::Group', 'GroupName'],
]);

/** Attachments of a whole assembly are looked up once. */
const indexes = new WeakMap<Assembly, Index>();
const collected = new WeakMap<Resource, PrincipalPolicies>();

interface Index {
  /** Policies of each principal, and whether conditions of the template decide on the attachment. */
  readonly policiesOf: ReadonlyMap<Resource, ReadonlyMap<Resource, boolean>>;
  readonly principalsOf: ReadonlyMap<Resource, ReadonlySet<Resource>>;
}

/** The policies of a role, user or group: its own, and those of every template that attach to it. */
export function principalPolicies(principal: Resource): PrincipalPolicies {
  const known = collected.get(principal);
  if (known) return known;
  const policies = collect(principal);
  collected.set(principal, policies);
  return policies;
}

function collect(principal: Resource): PrincipalPolicies {
  const policies =
    indexOf(principal.template.assembly).policiesOf.get(principal) ?? new Map<Resource, boolean>();
  return {
    principal,
    attached: [
      ...ownStatements(principal),
      ...[...policies].flatMap(([policy, varies]) => ownStatements(policy, varies)),
    ],
    boundary: boundaryOf(principal),
  };
}

/**
 * The statements written in a resource. Those of a document, list or attachment that conditions of the template choose
 * waver as a whole: a Deny among them denies in some deployments only.
 */
export function ownStatements(resource: Resource, varies = false): readonly Attached[] {
  const listVaries = resource.property('Policies').values.length > 1;
  return identityPolicies(resource).flatMap((document) => {
    const wavers = varies || listVaries || document.values.length > 1;
    return statementsOf(document, resource.template).map((statement) => ({
      statement: wavers && !statement.wavers ? { ...statement, wavers } : statement,
      resource,
    }));
  });
}

/** Whose policies a resource is part of: its own when it is a principal, else those it attaches to; none when to nobody. */
export function principalsWith(resource: Resource): readonly PrincipalPolicies[] {
  if (NAMES.has(resource.type)) return [principalPolicies(resource)];
  const principals = indexOf(resource.template.assembly).principalsOf.get(resource) ?? [];
  return [...principals].map((principal) => principalPolicies(principal));
}

function boundaryOf(principal: Resource): PrincipalPolicies['boundary'] {
  const boundary = principal.property('PermissionsBoundary');
  if (!boundary.isPresent) return undefined;
  const targets = boundary.targets();
  if (targets.length === 0 || boundary.values.length !== targets.length) return 'unreadable';
  return targets.flatMap((policy) =>
    ownStatements(policy, targets.length > 1).map(({ statement }) => statement),
  );
}

function indexOf(assembly: Assembly): Index {
  const known = indexes.get(assembly);
  if (known) return known;
  const policiesOf = new Map<Resource, Map<Resource, boolean>>();
  const principalsOf = new Map<Resource, Set<Resource>>();
  const join = (principal: Resource, policy: Resource, varies: boolean) => {
    const policies = policiesOf.get(principal) ?? new Map<Resource, boolean>();
    policiesOf.set(principal, policies.set(policy, varies || policy.attribute('Condition').isPresent));
    principalsOf.set(policy, (principalsOf.get(policy) ?? new Set<Resource>()).add(principal));
  };
  const named = new Map<string, Resource[]>();
  for (const [type, property] of NAMES) {
    for (const principal of assembly.resourcesOf(type)) {
      for (const name of principal.property(property).texts()) {
        named.set(`${type} ${name}`, [...(named.get(`${type} ${name}`) ?? []), principal]);
      }
      const managed = principal.property('ManagedPolicyArns');
      for (const item of managed.items()) {
        const varies = managed.values.length > 1 || item.values.length > 1;
        for (const policy of item.targets()) {
          if (policy.type === 'AWS::IAM::ManagedPolicy') join(principal, policy, varies);
        }
      }
    }
  }
  for (const [type, properties] of ATTACHING) {
    for (const policy of assembly.resourcesOf(type)) {
      for (const property of properties.map((name) => policy.property(name))) {
        for (const item of property.items()) {
          const byName = item
            .texts()
            .flatMap((name) => [...NAMES.keys()].flatMap((each) => named.get(`${each} ${name}`) ?? []));
          const varies = property.values.length > 1 || item.values.length > 1;
          for (const principal of [...item.targets(), ...byName]) {
            if (NAMES.has(principal.type)) join(principal, policy, varies);
          }
        }
      }
    }
  }
  const index = { policiesOf, principalsOf };
  indexes.set(assembly, index);
  return index;
}
