import type { Hidden } from '../expansion/origin';
import { isList, isObject, own, type Json, type JsonObject } from '../json';
import data from './policy-templates.json';
import { beside, defined, isIntrinsic, objectOf, tagList, type Made, type SamResource } from './sam-resource';

interface PolicyTemplate {
  readonly parameters: readonly string[];
  readonly statements: readonly Json[];
}
const TEMPLATES: Readonly<Record<string, PolicyTemplate>> = data.templates;

/** Managed policies whose ARN has a path; SAM takes their bare names. */
const SERVICE_ROLE =
  /^(?:AWSLambda\w*Role|AWSAppSyncPushToCloudWatchLogs|AmazonAPIGatewayPushToCloudWatchLogs)$/u;

/** Policies that the transform attaches by itself, and those of the author. */
interface RoleParts {
  readonly service: string;
  readonly managed: readonly Json[];
  /** Documents of statements, each with the path of what asks for it. */
  readonly inline: readonly { readonly statements: readonly Json[]; readonly written: string }[];
}

/** The role that a function or state machine gets when it names none, with what could not be worked out. */
export function roleOf(
  sam: SamResource,
  parts: RoleParts,
): { readonly made: Made; readonly hidden: readonly Hidden[] } {
  const policies = new Policies(sam.logicalId);
  for (const { statements, written } of parts.inline) policies.addDocument(documentOf(statements), written);
  policies.addAll(own(sam.properties, 'Policies'));
  const { properties } = sam;
  const trust = own(properties, 'AssumeRolePolicyDocument') ?? {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: [parts.service] } }],
  };
  const role = defined({
    AssumeRolePolicyDocument: trust,
    ManagedPolicyArns: [...parts.managed, ...policies.managed.map(({ arn }) => arn)],
    Policies: policies.documents.map(({ entry }) => entry),
    PermissionsBoundary: own(properties, 'PermissionsBoundary'),
    Path: own(properties, 'RolePath'),
    Tags: tagList(own(properties, 'Tags')),
  });
  const made = beside(sam, 'Role', 'AWS::IAM::Role', role, [
    ...policies.managed.map(
      ({ written }, index) =>
        [`Properties.ManagedPolicyArns.${parts.managed.length + index}`, written] as const,
    ),
    ...policies.documents.map(
      ({ written }, index) => [`Properties.Policies.${index}.PolicyDocument`, written] as const,
    ),
    ...policies.documents.map(({ written }, index) => [`Properties.Policies.${index}`, written] as const),
    ['Properties.AssumeRolePolicyDocument', 'Properties.AssumeRolePolicyDocument'],
    ['Properties.PermissionsBoundary', 'Properties.PermissionsBoundary'],
  ]);
  return { made, hidden: policies.hidden };
}

const documentOf = (statements: readonly Json[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** Sorts what `Policies` of a serverless resource may hold. Source: SAM developer guide, "AWS::Serverless::Function". */
class Policies {
  readonly managed: { readonly arn: Json; readonly written: string }[] = [];
  readonly documents: { readonly entry: Json; readonly written: string }[] = [];
  readonly hidden: Hidden[] = [];

  constructor(private readonly logicalId: string) {}

  addAll(policies: Json | undefined): void {
    if (isList(policies)) {
      for (const [index, policy] of policies.entries()) this.add(policy, `Properties.Policies.${index}`);
    } else if (policies !== undefined && policies !== null) this.add(policies, 'Properties.Policies');
  }

  addDocument(document: Json, written: string, wrap = (value: Json): Json => value): void {
    const name = `${this.logicalId}RolePolicy${this.documents.length}`;
    this.documents.push({ entry: wrap({ PolicyName: name, PolicyDocument: document }), written });
  }

  private add(policy: Json, written: string, wrap = (value: Json): Json => value): void {
    if (typeof policy === 'string') {
      this.managed.push({ arn: wrap(managedArn(policy)), written });
      return;
    }
    const choice = isObject(policy) ? own(policy, 'Fn::If') : undefined;
    if (isList(choice) && choice.length === 3) {
      const [condition = null, yes = null, no = null] = choice;
      const nothing: Json = { Ref: 'AWS::NoValue' };
      this.add(yes, written, (value) => wrap({ 'Fn::If': [condition, value, nothing] }));
      this.add(no, written, (value) => wrap({ 'Fn::If': [condition, nothing, value] }));
      return;
    }
    if (!isObject(policy)) {
      this.hide(written, 'is no policy');
      return;
    }
    if (own(policy, 'Ref') === 'AWS::NoValue') return;
    if (own(policy, 'Statement') !== undefined) this.addDocument(policy, written, wrap);
    else if (isIntrinsic(policy)) this.managed.push({ arn: wrap(policy), written });
    else {
      for (const [name, values] of Object.entries(policy)) {
        const statements = statementsOf(name, objectOf(values));
        if (statements) this.addDocument(documentOf(statements), `${written}.${name}`, wrap);
        else this.hide(`${written}.${name}`, 'is no policy template of SAM, or lacks a parameter of it');
      }
    }
  }

  private hide(property: string, reason: string): void {
    this.hidden.push({ logicalId: this.logicalId, property, reason });
  }
}

function managedArn(name: string): string {
  if (name.includes(':')) return name;
  return `arn:aws:iam::aws:policy/${SERVICE_ROLE.test(name) ? 'service-role/' : ''}${name}`;
}

function statementsOf(name: string, values: JsonObject): readonly Json[] | undefined {
  const template = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (template?.parameters.every((parameter) => own(values, parameter) !== undefined) !== true)
    return undefined;
  return template.statements.map((statement) => filled(statement, template.parameters, values));
}

function filled(value: Json, parameters: readonly string[], values: JsonObject): Json {
  if (isList(value)) return value.map((member) => filled(member, parameters, values));
  if (!isObject(value)) return value;
  const ref = own(value, 'Ref');
  if (typeof ref === 'string' && parameters.includes(ref)) return own(values, ref) ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, filled(member ?? null, parameters, values)]),
  );
}
