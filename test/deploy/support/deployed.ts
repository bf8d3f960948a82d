import type { Resource, StackTemplate } from './assembly';
import type { Aws } from './aws';
import { attributeOf } from './attributes';
import { ACCOUNT, REGION } from './emulator';
import { at, isList, isObject, listAt, textAt, type Json, type JsonObject } from './json';

export interface DeployedResource extends Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly physicalId: string;
}

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The deployed stacks, and what each property of their templates stands for now that they are deployed. */
export class Deployment {
  private constructor(
    private readonly aws: Aws,
    readonly resources: readonly DeployedResource[],
    private readonly exports: ReadonlyMap<string, string>,
  ) {}

  static async read(aws: Aws, templates: readonly StackTemplate[]): Promise<Deployment> {
    const resources: DeployedResource[] = [];
    const exports = new Map<string, string>();
    for (const { name, resources: declared } of templates) {
      const { Stacks = [] } = await aws.call('cloudformation', 'DescribeStacks', { StackName: name });
      for (const output of listAt(Stacks, 0, 'Outputs')) {
        const exported = at(output, 'ExportName');
        if (typeof exported === 'string') exports.set(exported, textAt(output, 'OutputValue'));
      }
      const listed = await aws.call('cloudformation', 'DescribeStackResources', { StackName: name });
      const physical = new Map(
        listAt(listed, 'StackResources').map((entry) => [
          textAt(entry, 'LogicalResourceId'),
          textAt(entry, 'PhysicalResourceId'),
        ]),
      );
      for (const [logicalId, resource] of declared) {
        const physicalId = physical.get(logicalId);
        if (physicalId === undefined) throw new Error(`${name} has no ${logicalId} (${resource.type})`);
        resources.push({ ...resource, stack: name, logicalId, physicalId });
      }
    }
    return new Deployment(aws, resources, exports);
  }

  /** The one resource of a type whose logical id matches. */
  one(type: string, logicalId: RegExp): DeployedResource {
    const [found, ...more] = this.resources.filter(
      (resource) => resource.type === type && logicalId.test(resource.logicalId),
    );
    if (!found || more.length > 0)
      throw new Error(`${found ? 'several' : 'no'} ${type} match ${String(logicalId)}`);
    return found;
  }

  /** The template's properties, with every intrinsic function replaced by what it stands for. */
  async properties({ stack, properties }: DeployedResource): Promise<JsonObject> {
    const resolved = await this.#resolve(stack, properties);
    return isObject(resolved) ? resolved : {};
  }

  async #resolve(stack: string, value: Json): Promise<Json> {
    if (isList(value)) return Promise.all(value.map((item) => this.#resolve(stack, item)));
    if (!isObject(value)) return value;
    const entries = Object.entries(value);
    const [name = '', argument = null] = entries[0] ?? [];
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      return this.#intrinsic(stack, name, argument);
    }
    return Object.fromEntries(
      await Promise.all(
        entries.map(async ([key, member]) => [key, await this.#resolve(stack, member)] as const),
      ),
    );
  }

  async #intrinsic(stack: string, name: string, argument: Json): Promise<Json> {
    switch (name) {
      case 'Ref':
        return this.#reference(stack, joinable(argument));
      case 'Fn::GetAtt': {
        const [logicalId, attribute] = listAt(argument).map(joinable);
        return attributeOf(this.aws, this.#resource(stack, logicalId ?? ''), attribute ?? '');
      }
      case 'Fn::Join': {
        const parts = await this.#resolve(stack, listAt(argument, 1));
        return listAt(parts).map(joinable).join(textAt(argument, 0));
      }
      case 'Fn::Sub': {
        if (typeof argument !== 'string') throw new Error('Fn::Sub with variables is not resolved here');
        return argument.replaceAll(/\$\{([^}]+)\}/gu, (_, reference: string) =>
          this.#reference(stack, reference),
        );
      }
      case 'Fn::ImportValue': {
        const exported = this.exports.get(joinable(argument));
        if (exported === undefined) throw new Error(`no stack exports ${joinable(argument)}`);
        return exported;
      }
      case 'Fn::Split': {
        const [separator, text] = listAt(await this.#resolve(stack, argument)).map(joinable);
        return (text ?? '').split(separator ?? '');
      }
      case 'Fn::Select': {
        const [index, values] = listAt(await this.#resolve(stack, argument));
        const found = isList(values) ? values[Number(index)] : undefined;
        if (found === undefined) throw new Error('Fn::Select names nothing');
        return found;
      }
      default:
        throw new Error(`${name} is not resolved here; add it`);
    }
  }

  #reference(stack: string, name: string): string {
    if (name === 'AWS::StackName') return stack;
    return PSEUDO_PARAMETERS[name] ?? this.#resource(stack, name).physicalId;
  }

  #resource(stack: string, logicalId: string): DeployedResource {
    const found = this.resources.find((one) => one.stack === stack && one.logicalId === logicalId);
    if (found === undefined) throw new Error(`${stack} has no ${logicalId}`);
    return found;
  }
}

function joinable(value: Json): string {
  if (typeof value === 'string') return value;
  throw new Error(`${JSON.stringify(value)} is no text`);
}
