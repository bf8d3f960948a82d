import { Assembly } from '../../lib/compliance/template/assembly';
import type { JsonObject } from '../../lib/compliance/template/json';
import { Deployed } from '../../lib/compliance/deployed/deployed';
import { PLACE } from '../../lib/compliance/deployed/place';
import { evaluate, type Decision } from '../../lib/compliance/policy/evaluate';
import { principalPolicies } from '../../lib/compliance/policy/principal-policies';
import { statementsOf, type Statement } from '../../lib/compliance/policy/statement';
import type { Resource } from '../../lib/compliance/template/resource';
import { source } from './judge-template';
import type { CloudTemplate } from './synthesize';

export const ACCOUNT: string = PLACE.account;
export const REGION: string = PLACE.region;

/** Every type is filled in. */
const ALL = /^/u;

/** Templates as one account and Region would know them, so that the evaluator can tell one account from another. */
export class DeployedTemplates {
  readonly #deployed: Deployed;
  readonly #types: ReadonlyMap<string, string>;

  constructor(templates: readonly CloudTemplate[]) {
    const all = templates.flatMap(({ Resources }) => Object.entries(Resources));
    this.#types = new Map(all.map(([id, { Type }]) => [id, Type]));
    const original = new Assembly(
      templates.map((template, index) =>
        source(template as unknown as JsonObject, `stack-${index}`, `Stack${index}`),
      ),
    );
    this.#deployed = new Deployed(original, ALL);
  }

  arn(id: string): string {
    return this.#deployed.arnOf(this.#resource(id));
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
    const found = this.#deployed.assembly.templates
      .map((template) => template.resource(id))
      .find((each) => each !== undefined);
    if (!found) throw new Error(`no ${id}`);
    return found;
  }
}
