import type { Deployed } from '../deployed/deployed';
import { readDocument } from '../policy/document';
import { alternativesOf, statementsOf, type Statement } from '../policy/statement';
import { isList } from '../template/json';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import type { MatrixPlace } from './access-matrix';
import { Labels } from './labels';
import { Layer } from './layer';

/** A place a call may come from, as condition keys tell it. */
export interface Place {
  readonly place: MatrixPlace;
  readonly index: number;
  readonly region?: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly policy?: Layer;
}

/** A control policy of the organization. */
interface ControlPolicy {
  readonly statements: readonly Statement[];
  /** Accounts it is attached to; undefined for roots and organizational units, whose accounts nobody here knows. */
  readonly accounts: ReadonlySet<string> | undefined;
}

const EVERYTHING = readDocument({
  Version: '2012-10-17',
  Statement: { Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' },
});
const OPEN_ENDPOINT = readDocument({
  Version: '2012-10-17',
  Statement: { Sid: 'DefaultPolicy', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
});
const BEDROCK_SERVICE = /\.(?<service>bedrock(?:-[a-z]+)*?)(?:-fips)?$/u;

/** What all principals of an assembly share: the policies around them. */
export class Estate {
  readonly labels = new Labels();
  /** The first is elsewhere, the others are VPC endpoints for Bedrock. */
  readonly places: readonly Place[];
  /** The id of the organization, as far as policies name one; several when nobody can tell which is ours. */
  readonly organizationIds: readonly string[];
  readonly isAboutBedrock: boolean;
  readonly #scps: readonly ControlPolicy[];
  readonly #rcps: readonly ControlPolicy[];
  readonly #levels = new Map<string, readonly Layer[]>();
  readonly #resourcePolicies = new Map<string, Layer>();

  constructor(readonly deployed: Deployed) {
    const { assembly } = deployed;
    this.places = this.#findPlaces();
    this.#scps = this.#controlPolicies('SERVICE_CONTROL_POLICY');
    this.#rcps = this.#controlPolicies('RESOURCE_CONTROL_POLICY');
    for (const policy of assembly.resourcesOf('AWS::Bedrock::ResourcePolicy')) {
      const [arn] = policy.property('ResourceArn').texts();
      if (arn !== undefined) this.#resourcePolicies.set(arn, this.#layer(policy, 'PolicyDocument'));
    }
    this.isAboutBedrock =
      this.places.length > 1 ||
      assembly.templates.some(({ resources }) =>
        resources.some(({ type }) => type.startsWith('AWS::Bedrock::')),
      );
    this.organizationIds = organizationIds(this.shared());
  }

  /** Statements that are not one principal's. */
  shared(): readonly Statement[] {
    return [...this.control(), ...this.places.flatMap(({ policy }) => policy?.statements ?? [])];
  }

  /** Statements of the organization. */
  control(): readonly Statement[] {
    return [...this.#scps, ...this.#rcps].flatMap(({ statements }) => statements);
  }

  /** The one level of control policies that bind an account; none where the assembly has none. */
  controlPolicies(type: 'scp' | 'rcp', account: string): readonly Layer[] {
    const key = `${type} ${account}`;
    const known = this.#levels.get(key);
    if (known) return known;
    const binding = (type === 'scp' ? this.#scps : this.#rcps).filter(
      ({ accounts }) => accounts === undefined || accounts.has(account),
    );
    const level =
      binding.length === 0
        ? []
        : [new Layer([...EVERYTHING, ...binding.flatMap(({ statements }) => statements)])];
    this.#levels.set(key, level);
    return level;
  }

  /** The policy of a Bedrock resource, or of a key. */
  resourcePolicy(arn: string): Layer | undefined {
    return this.#resourcePolicies.get(arn);
  }

  keyPolicy(key: Resource): Layer {
    const arn = this.deployed.arnOf(key);
    const known = this.#resourcePolicies.get(arn);
    if (known) return known;
    const policy = this.#layer(key, 'KeyPolicy');
    this.#resourcePolicies.set(arn, policy);
    return policy;
  }

  #layer(resource: Resource, property: string): Layer {
    return new Layer(this.#statements(resource, resource.property(property)));
  }

  /** A document that conditions choose wavers as a whole. */
  #statements(resource: Resource, document: Property): readonly Statement[] {
    const wavers = alternativesOf(document, resource.template).length > 1;
    return statementsOf(document, resource.template).map((statement) => ({
      ...this.labels.of({ statement, resource }),
      wavers: wavers || statement.wavers,
    }));
  }

  #findPlaces(): readonly Place[] {
    const elsewhere: Place = { place: { name: 'elsewhere' }, index: 0, context: {} };
    const endpoints = this.deployed.assembly.resourcesOf('AWS::EC2::VPCEndpoint').flatMap((endpoint) =>
      endpoint
        .property('ServiceName')
        .texts()
        .flatMap((name) => {
          const service = BEDROCK_SERVICE.exec(name)?.groups?.['service'];
          return service === undefined ? [] : [{ endpoint, service }];
        }),
    );
    return [
      elsewhere,
      ...endpoints.map(({ endpoint, service }, index) => this.#endpointPlace(endpoint, service, index + 1)),
    ];
  }

  #endpointPlace(endpoint: Resource, service: string, index: number): Place {
    const document = endpoint.property('PolicyDocument');
    const statements = document.isPresent ? this.#statements(endpoint, document) : OPEN_ENDPOINT;
    const [vpc] = endpoint.property('VpcId').texts();
    const id = this.deployed.attribute(endpoint, 'Ref') ?? endpoint.logicalId;
    return {
      place: {
        name: endpoint.constructPath ?? `${endpoint.template.path}#${endpoint.logicalId}`,
        service,
      },
      index,
      region: this.deployed.regionOf(endpoint),
      context: {
        'aws:SourceVpce': [id],
        'aws:VpceAccount': [this.deployed.accountOf(endpoint)],
        ...(vpc === undefined ? {} : { 'aws:SourceVpc': [vpc] }),
      },
      policy: new Layer(statements),
    };
  }

  #controlPolicies(type: string): readonly ControlPolicy[] {
    return this.deployed.assembly
      .resourcesOf('AWS::Organizations::Policy')
      .filter((policy) => policy.property('Type').texts().includes(type))
      .flatMap((policy) => {
        const targets = policy.property('TargetIds');
        const [value] = targets.values;
        // it is made and binds nobody
        if (
          !targets.isPresent ||
          (value?.kind === 'literal' && isList(value.value) && value.value.length === 0)
        )
          return [];
        const { texts, hasGaps } = targets.list();
        const isOfAccounts = !hasGaps && texts.every((text) => /^\d{12}$/u.test(text));
        return [
          {
            statements: this.#statements(policy, policy.property('Content')),
            accounts: isOfAccounts ? new Set(texts) : undefined,
          },
        ];
      });
  }
}

function organizationIds(statements: readonly Statement[]): readonly string[] {
  const named = statements
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => /^aws:(?:principal|resource|source)orgid$/u.test(key))
    .flatMap(({ values }) => values)
    .filter((value) => /^o-[a-z0-9]{10,32}$/u.test(value));
  return [...new Set(named)];
}
