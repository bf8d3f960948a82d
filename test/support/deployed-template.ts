import { Assembly } from '../../lib/compliance/template/assembly';
import type { Json, JsonObject } from '../../lib/compliance/template/json';
import { evaluate, type Decision } from '../../lib/compliance/policy/evaluate';
import { principalPolicies } from '../../lib/compliance/policy/principal-policies';
import { statementsOf, type Statement } from '../../lib/compliance/policy/statement';
import type { Resource } from '../../lib/compliance/template/resource';
import { source } from './judge-template';
import type { CloudTemplate } from './synthesize';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
};
const ARNS: Readonly<Record<string, (id: string) => string>> = {
  'AWS::DynamoDB::Table': (id) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${id}`,
  'AWS::IAM::Role': (id) => `arn:aws:iam::${ACCOUNT}:role/${id}`,
  'AWS::KMS::Key': (id) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`,
};

/**
 * Templates as one account and Region would know them: pseudo parameters and ARNs filled in, so that the evaluator can
 * tell one account from another. A resource is named by its logical id.
 */
export class DeployedTemplates {
  readonly #assembly: Assembly;
  readonly #types: ReadonlyMap<string, string>;

  constructor(templates: readonly CloudTemplate[]) {
    const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
    this.#types = new Map(all.map(([id, { Type }]) => [id, Type]));
    const exports = new Map(
      templates.flatMap(({ Outputs }) =>
        Object.values(Outputs ?? {}).map((output) => {
          const { Value = null, Export } = output as { Value?: Json; Export?: { Name?: string } };
          return [Export?.Name ?? '', Value] as const;
        }),
      ),
    );
    this.#assembly = new Assembly(
      templates.map((template, index) =>
        source(
          this.#fill(template as unknown as JsonObject, exports) as JsonObject,
          `stack-${index}`,
          `Stack${index}`,
        ),
      ),
    );
  }

  arn(id: string): string {
    const arn = this.#arnOf(id);
    if (arn === undefined) throw new Error(`${id} has no ARN here`);
    return arn;
  }

  /** The one resource of a type, or the one whose logical id begins so. */
  id(type: string, prefix = ''): string {
    const [id, ...others] = [...this.#types].flatMap(([each, of]) =>
      of === type && each.startsWith(prefix) ? [each] : [],
    );
    if (id === undefined || others.length > 0) throw new Error(`${type} ${prefix}: not one resource`);
    return id;
  }

  keyPolicy(id: string): readonly Statement[] {
    const key = this.#resource(id);
    return statementsOf(key.property('KeyPolicy'), key.template);
  }

  identityPolicies(role: string): readonly Statement[] {
    return principalPolicies(this.#resource(role)).attached.map(({ statement }) => statement);
  }

  /** The tags that every session of a role bears. */
  tags(role: string): Readonly<Record<string, string>> {
    const tags = this.#resource(role).property('Tags').items();
    return Object.fromEntries(
      tags.map((tag) => [tag.at('Key').texts()[0] ?? '', tag.at('Value').texts()[0] ?? '']),
    );
  }

  /** What a key answers to a session of a role that has no tags but the role's. */
  onKey(
    key: string,
    role: string,
    action: string,
    context: Readonly<Record<string, readonly string[]>>,
  ): Decision['verdict'] {
    const principal = { kind: 'role', arn: this.arn(role), session: 'one', tags: this.tags(role) } as const;
    return evaluate(
      { principal, action, resource: { arn: this.arn(key) }, context },
      { identity: this.identityPolicies(role), resource: this.keyPolicy(key) },
    ).verdict;
  }

  #resource(id: string): Resource {
    const found = this.#assembly.templates
      .map((template) => template.resource(id))
      .find((each) => each !== undefined);
    if (!found) throw new Error(`no ${id}`);
    return found;
  }

  #arnOf(id: string): string | undefined {
    return ARNS[this.#types.get(id) ?? '']?.(id);
  }

  #fill(value: Json, exports: ReadonlyMap<string, Json>): Json {
    if (Array.isArray(value)) return value.map((each: Json) => this.#fill(each, exports));
    if (typeof value !== 'object' || value === null) return value;
    const members = value as JsonObject;
    const { Ref, 'Fn::Sub': text, 'Fn::GetAtt': attribute, 'Fn::ImportValue': name } = members;
    if (typeof Ref === 'string' && PSEUDO[Ref] !== undefined) return PSEUDO[Ref];
    if (typeof text === 'string')
      return text.replaceAll(/\$\{(AWS::\w+)\}/gu, (_, pseudo: string) => PSEUDO[pseudo] ?? '');
    if (Array.isArray(attribute) && attribute[1] === 'Arn') {
      const arn = this.#arnOf(String(attribute[0]));
      if (arn !== undefined) return arn;
    }
    if (typeof name === 'string' && exports.has(name)) return this.#fill(exports.get(name) ?? null, exports);
    return Object.fromEntries(
      Object.entries(members).map(([key, each]) => [key, this.#fill(each ?? null, exports)]),
    );
  }
}
