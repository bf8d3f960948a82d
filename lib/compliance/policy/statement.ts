import { conditionBranches } from './condition-branches';
import { StatementMembers, type TypedName } from './statement-members';
import { isObject, type Json } from '../template/json';
import { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { textOf, type Value } from '../template/value';

/** One condition of a statement: `operator` compares `key` with any of `values`. */
export interface Condition {
  /** As written, e.g. `StringEquals`, `ForAnyValue:StringLike`. */
  readonly operator: string;
  /** In lower case: condition keys are case-insensitive. */
  readonly key: string;
  /** Textual values; open places as `${…}`. */
  readonly values: readonly string[];
  /** True when a value cannot be read. */
  readonly hasGaps: boolean;
  /** True when a condition of the template may leave it out. */
  readonly optional: boolean;
}

/** One statement of a policy document, in whatever shape its author wrote it. */
export interface Statement {
  /** Dotted path in the resource. */
  readonly path: string;
  /** `Allow`, `Deny`, or undefined when it cannot be read. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  /** In lower case: action names are case-insensitive. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** ARNs and patterns; open places as `${…}`. */
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** `*` for everybody, ARNs, account ids, service names. */
  readonly principals: readonly string[];
  /** The type of each principal, in their order: `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` where none is written. */
  readonly principalTypes: readonly string[];
  readonly notPrincipals: readonly string[];
  readonly notPrincipalTypes: readonly string[];
  readonly conditions: readonly Condition[];
  /** Parts that only the account can say, e.g. `Resource`; a rule that needs one answers `unknown`. */
  readonly unreadable: readonly string[];
  /** True when conditions of the template decide whether it is there, or what some part of it says. */
  readonly wavers: boolean;
  /** True when it allows in one branch and denies in another. */
  readonly effectVaries: boolean;
  /** Whether `${aws:…}` is a policy variable, as in Version 2012-10-17, or text. Undefined when the version cannot be read. */
  readonly variables: boolean | undefined;
}

/** Statements of a policy document property; the document may be JSON text, its statement a lone object. */
export function statementsOf(document: Property, template: Resource['template']): readonly Statement[] {
  return alternativesOf(document, template).flat();
}

/** Several rules read the same documents. */
const read = new WeakMap<Property, readonly (readonly Statement[])[]>();

/** Statements of each document that a property can be; a document that is not there has none. */
export function alternativesOf(
  document: Property,
  template: Resource['template'],
): readonly (readonly Statement[])[] {
  const known = read.get(document);
  if (known) return known;
  const alternatives = readAlternatives(document, template);
  read.set(document, alternatives);
  return alternatives;
}

function readAlternatives(document: Property, template: Resource['template']) {
  return document.values.map((value): readonly Statement[] => {
    if (value.kind === 'absent') return [];
    const body = documentBody(value);
    if (!isObject(body)) return [unreadableStatement(document.path)];
    const written = Property.of(document.path, body, template);
    const variables = hasVariables(written.at('Version'));
    return written
      .at('Statement')
      .items()
      .flatMap((item) => readItem(item, variables, template));
  });
}

/** Without a version a document is of 2008-10-17. Source: IAM user guide, "IAM JSON policy elements: Version". */
function hasVariables({ values }: Property): boolean | undefined {
  const answers = values.map((value) =>
    value.kind === 'absent' ? false : value.kind === 'literal' ? value.value === '2012-10-17' : undefined,
  );
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}

/**
 * Whether every document that a property can be has a Deny that meets a requirement, whatever the template's conditions
 * say. Undefined when a Deny that varies, or a part that cannot be read, stands in the way.
 */
export function surelyDenies(
  document: Property,
  template: Resource['template'],
  meets: (deny: Statement) => boolean,
): boolean | undefined {
  const answers = alternativesOf(document, template).map((statements) => {
    const others = statements.filter(({ effect }) => effect !== 'Allow');
    if (others.some((deny) => deny.effect === 'Deny' && !deny.wavers && meets(deny))) return true;
    return others.some((deny) => (deny.wavers && meets(deny)) || deny.unreadable.length > 0)
      ? undefined
      : false;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

const documents = new WeakMap<Resource, readonly Property[]>();

/** Identity policies of a role, user, group or policy resource: its own document, and those written inline. */
export function identityPolicies(resource: Resource): readonly Property[] {
  const known = documents.get(resource);
  if (known) return known;
  const inline = resource.property('Policies').items();
  const found = [
    resource.property('PolicyDocument'),
    resource.property('InlinePolicy'),
    ...inline.map((policy) => policy.at('PolicyDocument')),
  ];
  documents.set(resource, found);
  return found;
}

/** Types whose resources carry identity policies. */
export const IDENTITY_POLICY_TYPES = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::Group',
  'AWS::SSO::PermissionSet',
] as const;

/** Many rules ask every policy for them. */
const ofIdentity = new WeakMap<Resource, readonly Statement[]>();

export function identityStatements(resource: Resource): readonly Statement[] {
  const known = ofIdentity.get(resource);
  if (known) return known;
  const found = identityPolicies(resource).flatMap((document) => statementsOf(document, resource.template));
  ofIdentity.set(resource, found);
  return found;
}

/** An item of a statement list is several statements when a condition of the template chooses among them. */
function readItem(
  item: Property,
  variables: boolean | undefined,
  template: Resource['template'],
): readonly Statement[] {
  const wavers = item.values.length > 1;
  return item.values.flatMap((value) => {
    if (value.kind === 'absent') return [];
    if (value.kind !== 'literal' || !isObject(value.value)) return [unreadableStatement(item.path)];
    const body = value.value;
    const statement = new StatementMembers(item.path, body, template);
    const plain = statement.has('Condition') ? statement.plainConditions() : NO_CONDITIONS;
    const branches: readonly (Property | readonly Condition[])[] = plain
      ? [plain]
      : conditionBranches(statement.member('Condition'), template);
    return branches.map((branch) =>
      readStatement(statement, branch, { wavers: wavers || branches.length > 1, variables }),
    );
  });
}

const NONE: readonly string[] = [];
const NO_CONDITIONS: readonly Condition[] = [];
const NOBODY = { names: NONE, types: NONE };

function readStatement(
  statement: StatementMembers,
  condition: Property | readonly Condition[],
  { wavers, variables }: Pick<Statement, 'wavers' | 'variables'>,
): Statement {
  const unreadable: string[] = [];
  let varies = wavers;
  const list = (name: string) => {
    if (!statement.has(name)) return NONE;
    const plain = statement.plain(name);
    if (plain) return plain;
    const { texts, hasGaps, varies: differs } = statement.member(name).list();
    if (hasGaps) unreadable.push(name);
    varies ||= differs;
    return texts;
  };
  const lowerCase = (name: string) =>
    statement.has(name) ? list(name).map((text) => text.toLowerCase()) : NONE;
  const who = (name: string) => {
    if (!statement.has(name)) return NOBODY;
    const found = statement.plainPrincipal(name) ?? principals(statement.member(name), unreadable);
    return { names: found.map(([, text]) => text), types: found.map(([type]) => type) };
  };
  const effects = statement.plain('Effect') ?? statement.member('Effect').texts();
  // any branch that allows makes it an Allow: rules look for what may be allowed
  const effect = effects.includes('Allow') ? 'Allow' : effects[0] === 'Deny' ? 'Deny' : undefined;
  if (effect === undefined) unreadable.push('Effect');
  const principal = who('Principal');
  const notPrincipal = who('NotPrincipal');
  const actions = lowerCase('Action');
  const notActions = lowerCase('NotAction');
  const resources = list('Resource');
  const notResources = list('NotResource');
  return {
    path: statement.path,
    effect,
    actions,
    notActions,
    resources,
    notResources,
    principals: principal.names,
    principalTypes: principal.types,
    notPrincipals: notPrincipal.names,
    notPrincipalTypes: notPrincipal.types,
    conditions: condition instanceof Property ? conditions(condition, unreadable) : condition,
    unreadable,
    // each list has told by now whether it varies
    wavers: varies || effects.length > 1,
    effectVaries: effects.length > 1 && new Set(effects).size > 1,
    variables,
  };
}

function principals(member: Property, unreadable: string[]): readonly TypedName[] {
  return member.alternatives().flatMap((principal) => {
    const types = principal.keys();
    const lists =
      types.length === 0
        ? [['*', principal] as const]
        : types.map((type) => [type, principal.member(type)] as const);
    return lists.flatMap(([type, list]) => {
      const { texts, hasGaps } = list.list();
      if (hasGaps) unreadable.push('Principal');
      return texts.map((text): TypedName => [type, text]);
    });
  });
}

function conditions(member: Property, unreadable: string[]): readonly Condition[] {
  if (member.values.some(({ kind }) => kind !== 'literal' && kind !== 'absent')) unreadable.push('Condition');
  return member.keys().flatMap((operator) => {
    const keys = member.member(operator);
    if (keys.values.some(({ kind }) => kind === 'unknown')) unreadable.push('Condition');
    return keys.keys().map((name): Condition => {
      const values = keys.member(name);
      const { texts, hasGaps } = values.list();
      return {
        operator,
        key: name.toLowerCase(),
        values: texts,
        hasGaps,
        optional: keys.values.length > 1 || values.values.some(({ kind }) => kind === 'absent'),
      };
    });
  });
}

/** A document may be written as JSON text, with names and account ids put in by `Fn::Sub`; undefined when it is none. */
function documentBody(value: Value): Json | undefined {
  if (value.kind === 'literal' && typeof value.value !== 'string') return value.value;
  const text = value.kind === 'reference' ? undefined : textOf(value);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function unreadableStatement(path: string): Statement {
  return {
    path,
    effect: undefined,
    actions: [],
    notActions: [],
    resources: [],
    notResources: [],
    principals: [],
    principalTypes: [],
    notPrincipals: [],
    notPrincipalTypes: [],
    conditions: [],
    unreadable: ['Statement'],
    wavers: false,
    effectVaries: false,
    variables: undefined,
  };
}
