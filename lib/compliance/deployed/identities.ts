import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';
import { textOf } from '../template/value';
import { PLACE } from './place';

/**
 * What AWS would call the resources of an assembly. Names that only a deployment gives are made up: the logical id stands
 * for them, and no two resources share one. What is written in the template (`RoleName`) stays as it is.
 */
export class Identities {
  readonly #names = new Map<Resource, string>();
  readonly #versions = new Map<Resource, string>();

  constructor(assembly: Assembly) {
    const taken = new Set<string>();
    for (const template of assembly.templates) {
      for (const resource of template.resources) {
        const { logicalId } = resource;
        const home = template.stackName ?? template.path;
        let name = taken.has(logicalId) ? `${logicalId}-${home.replaceAll(/[^\w-]/gu, '-')}` : logicalId;
        while (taken.has(name)) name += 'x';
        taken.add(name);
        this.#names.set(resource, name);
      }
    }
    this.#numberVersions(assembly);
  }

  accountOf({ account }: Template): string {
    return account ?? PLACE.account;
  }

  regionOf({ region }: Template): string {
    return region ?? PLACE.region;
  }

  /** What `Ref` or `Fn::GetAtt` gives; undefined for custom resources, whose answers nobody knows before. */
  attribute(resource: Resource, attribute: string): string | undefined {
    const { type } = resource;
    if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') return undefined;
    if (type === 'AWS::CloudFormation::Stack' && attribute !== 'Ref') return undefined;
    const name = this.nameOf(resource);
    if (type === 'AWS::Bedrock::GuardrailVersion') return this.#versionAttribute(resource, attribute);
    if (type === 'AWS::Bedrock::Guardrail' && attribute === 'Version') return 'DRAFT';
    if (attribute === 'Ref') return REF_IS_ARN.has(type) ? this.arnOf(resource) : name;
    if (attribute.endsWith('Arn')) return this.arnOf(resource);
    return /Id(?:entifier)?$/u.test(attribute) ? name : `${name}-${attribute}`;
  }

  arnOf(resource: Resource): string {
    const [, service = '', kind = ''] = resource.type.split('::');
    const name = this.nameOf(resource);
    const { template } = resource;
    const partition = partitionOf(this.regionOf(template));
    const within = (prefix: string, place = `${this.regionOf(template)}:${this.accountOf(template)}`) =>
      `arn:${partition}:${prefix.toLowerCase()}:${place}:`;
    switch (service) {
      case 'IAM':
        return `${within('iam', `:${this.accountOf(template)}`)}${IAM_KINDS.get(kind) ?? kind.toLowerCase()}${this.#pathOf(resource)}${name}`;
      case 'S3':
        return `${within('s3', ':')}${name}`;
      case 'Bedrock':
        return `${within('bedrock')}${kebab(kind)}/${name}`;
      default:
        return `${within(service)}${FOLDERS.get(resource.type) ?? ''}${name}`;
    }
  }

  /** As IAM has it for roles, users and groups that are named in the template. */
  nameOf(resource: Resource): string {
    const property = NAME_PROPERTIES.get(resource.type);
    const written = property === undefined ? undefined : this.#written(resource, property);
    if (written !== undefined) return written;
    const name = this.#names.get(resource) ?? resource.logicalId;
    const prefix = ID_PREFIXES.get(resource.type);
    return prefix === undefined ? name : `${prefix}${name.toLowerCase()}`;
  }

  #pathOf(resource: Resource): string {
    return this.#written(resource, 'Path') ?? '/';
  }

  #written(resource: Resource, name: string): string | undefined {
    const [value, ...others] = resource.property(name).values;
    const text = value === undefined || others.length > 0 ? undefined : textOf(value);
    if (text === undefined || value?.kind === 'reference') return undefined;
    const filled = text
      .replaceAll('${AWS::Region}', this.regionOf(resource.template))
      .replaceAll('${AWS::AccountId}', this.accountOf(resource.template));
    return filled.includes('${') ? undefined : filled;
  }

  /** Versions of one guardrail are numbered in the order of their templates. */
  #numberVersions(assembly: Assembly): void {
    const counts = new Map<string, number>();
    for (const version of assembly.resourcesOf('AWS::Bedrock::GuardrailVersion')) {
      const guardrail = this.#guardrailOf(version);
      const number = (counts.get(guardrail) ?? 0) + 1;
      counts.set(guardrail, number);
      this.#versions.set(version, String(number));
    }
  }

  #guardrailOf(version: Resource): string {
    const identifier = version.property('GuardrailIdentifier');
    const [guardrail] = identifier.targets();
    if (guardrail) return this.arnOf(guardrail);
    const [text = this.nameOf(version)] = identifier.texts();
    if (text.startsWith('arn:')) return text;
    const { template } = version;
    return `arn:${partitionOf(this.regionOf(template))}:bedrock:${this.regionOf(template)}:${this.accountOf(template)}:guardrail/${text}`;
  }

  #versionAttribute(version: Resource, attribute: string): string {
    const arn = this.#guardrailOf(version);
    const number = this.#versions.get(version) ?? '1';
    const id = arn.slice(arn.lastIndexOf('/') + 1);
    if (attribute === 'Version') return number;
    if (attribute === 'GuardrailArn') return arn;
    return attribute === 'Ref' ? `${id}|${number}` : id;
  }
}

/** The partition of a Region. */
export function partitionOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}

/** Source: CloudFormation template reference, "Return values" of each. */
const REF_IS_ARN: ReadonlySet<string> = new Set([
  'AWS::Bedrock::ApplicationInferenceProfile',
  'AWS::Bedrock::Guardrail',
  'AWS::IAM::ManagedPolicy',
  'AWS::SNS::Topic',
]);
const NAME_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Group', 'GroupName'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::User', 'UserName'],
]);
const ID_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['AWS::EC2::VPC', 'vpc-'],
  ['AWS::EC2::VPCEndpoint', 'vpce-'],
]);
const IAM_KINDS: ReadonlyMap<string, string> = new Map([['ManagedPolicy', 'policy']]);
/** Where the ARN has more than the name behind the account. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['AWS::DynamoDB::Table', 'table/'],
  ['AWS::KMS::Key', 'key/'],
]);

function kebab(kind: string): string {
  return kind.replaceAll(/(?<=.)[A-Z]/gu, (letter) => `-${letter}`).toLowerCase();
}
