import { Assembly } from '../template/assembly';
import { isObject, own, type Json, type JsonObject } from '../template/json';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';
import { Filler, fillExcept } from './filler';
import { Identities } from './identities';

/** Types of which the evaluator reads policies, and what they hang on; of the others only their names are needed. */
const READ =
  /^AWS::(?:IAM::|Bedrock::|EC2::VPCEndpoint$|KMS::Key$|Organizations::Policy$|CloudFormation::Stack$)/u;
/** Who is attached to what. */
const ATTACHMENTS: ReadonlySet<string> = new Set([
  'GroupName', 'Groups', 'ManagedPolicyArns', 'Parameters', 'PermissionsBoundary', 'RoleName', 'Roles', 'UserName', 'Users',
]); // prettier-ignore

/**
 * The policies of an assembly as its accounts and Regions would know them, so that the evaluator can tell one account,
 * endpoint or guardrail from another. The rest of each template is left out.
 */
export class Deployed {
  readonly assembly: Assembly;
  readonly #identities: Identities;
  readonly #originals = new Map<string, Template>();

  /** @param read which types are filled in */
  constructor(original: Assembly, read: RegExp = READ) {
    this.#identities = new Identities(original);
    const filler = new Filler(this.#identities);
    for (const template of original.templates) this.#originals.set(template.path, template);
    this.assembly = new Assembly(
      original.templates.map((template) => {
        const { path, sha256, stackName, region, account, given } = template;
        return {
          path,
          sha256,
          given,
          // it was expanded when it was read
          mayHide: false,
          body: this.#body(template, filler, read),
          nestedStacks: new Map([...template.nestings()].map((each) => [each.stack.logicalId, each.path])),
          ...(stackName === undefined ? {} : { stackName }),
          ...(region === undefined ? {} : { region }),
          ...(account === undefined ? {} : { account }),
        };
      }),
    );
  }

  arnOf(resource: Resource): string {
    return this.#identities.arnOf(this.#original(resource));
  }

  attribute(resource: Resource, attribute: string): string | undefined {
    return this.#identities.attribute(this.#original(resource), attribute);
  }

  accountOf({ template }: Resource): string {
    return this.#identities.accountOf(template);
  }

  regionOf({ template }: Resource): string {
    return this.#identities.regionOf(template);
  }

  #original(resource: Resource): Resource {
    return this.#originals.get(resource.template.path)?.resource(resource.logicalId) ?? resource;
  }

  #body(template: Template, filler: Filler, read: RegExp): JsonObject {
    const resources = template.resources
      .filter(({ type }) => read.test(type))
      .map(({ logicalId, definition }) => {
        const properties = own(definition, 'Properties');
        const filled = isObject(properties)
          ? fillExcept(properties, ATTACHMENTS, (value: Json) => filler.fill(value, template))
          : properties;
        return [
          logicalId,
          { ...definition, ...(filled === undefined ? {} : { Properties: filled }) },
        ] as const;
      });
    // attachments may go through parameters, outputs and conditions
    const { Parameters = {}, Mappings = {}, Conditions = {}, Outputs = {} } = template.body;
    return { Parameters, Mappings, Conditions, Outputs, Resources: Object.fromEntries(resources) };
  }
}
