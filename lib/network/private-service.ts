import { Aws, type aws_iam as iam } from 'aws-cdk-lib';
import * as policies from './endpoint-policies';
import type { DataPerimeter } from './endpoint-policies';

interface Door {
  /** Construct id: part of the logical id, so it stays. */
  readonly id: string;
  readonly kind: 'interface' | 'gateway';
  /** Whether AWS offers the endpoint `<name>-fips`. Source: constants of aws-cdk-lib 2.276.0, held to them by a test. */
  readonly fips: boolean;
  readonly policy: (
    perimeter: DataPerimeter,
    modelArns: readonly string[],
    stateMachines?: readonly string[],
  ) => iam.PolicyStatement[];
  /**
   * Names under the Region's domain that resolve to it.
   * @default - the name of the service, `-fips` where the endpoint is
   */
  readonly names?: readonly string[];
}

/**
 * The AWS APIs that can be reached without the internet, by the last part of the endpoint's service name. All of them take
 * an endpoint policy according to their guides; `aws ec2 describe-vpc-endpoint-services` tells it for a Region
 * (`VpcEndpointPolicySupported`). `bedrock-mantle` is left out for good: neither guardrail conditions nor invocation logs
 * cover it.
 */
const DOORS = {
  'bedrock-runtime': door('BedrockRuntime', true, (perimeter, models) =>
    policies.bedrockRuntime(models, perimeter),
  ),
  kms: door('Kms', true, policies.kms),
  logs: door('Logs', false, policies.logs),
  sts: door('Sts', true, policies.sts),
  secretsmanager: door('SecretsManager', false, policies.secretsManager),
  bedrock: door('Bedrock', true, policies.bedrock),
  'bedrock-agent': door('BedrockAgent', false, policies.bedrockAgent),
  'bedrock-agent-runtime': door('BedrockAgentRuntime', false, policies.bedrockAgentRuntime),
  'bedrock-agentcore': door('AgentCore', false, policies.agentCore),
  'bedrock-agentcore-control': door('AgentCoreControl', false, policies.agentCoreControl),
  'bedrock-agentcore.gateway': door('AgentCoreGateway', false, policies.agentCoreGateway, [
    '*.gateway.bedrock-agentcore',
  ]),
  'acm-pca': door('PrivateCa', true, policies.privateCa),
  comprehendmedical: door('ComprehendMedical', false, policies.comprehendMedical),
  'ecr.api': door('EcrApi', false, policies.ecrApi, ['api.ecr']),
  'ecr.dkr': door('EcrDocker', false, policies.ecrDocker, ['dkr.ecr', '*.dkr.ecr']),
  events: door('Events', false, policies.eventBridge),
  'execute-api': door('ExecuteApi', false, policies.executeApi, ['*.execute-api']),
  lambda: door('Lambda', false, policies.lambda),
  monitoring: door('Monitoring', false, policies.monitoring),
  sns: door('Sns', false, policies.sns),
  sqs: door('Sqs', true, policies.sqs),
  ssm: door('Ssm', true, policies.ssm),
  states: door('StepFunctions', false, (perimeter, _, machines) =>
    policies.stepFunctions(perimeter, machines),
  ),
  // a gateway is a route: the FIPS names of both services lead through it as well
  s3: { id: 'S3', kind: 'gateway', fips: true, policy: policies.s3, names: ['s3', '*.s3'] },
  dynamodb: {
    id: 'DynamoDb',
    kind: 'gateway',
    fips: true,
    policy: policies.dynamoDb,
    // SDKs put the account in front where they know it
    names: ['dynamodb', `${Aws.ACCOUNT_ID}.ddb`],
  },
} as const satisfies Readonly<Record<string, Door>>;

/** An AWS API the network may have a door to. */
export type PrivateService = keyof typeof DOORS;

/** Every API there can be a door to. */
export const PRIVATE_SERVICES = Object.keys(DOORS) as readonly PrivateService[];

/** What the reference environment calls. */
export const DEFAULT_SERVICES: readonly PrivateService[] = [
  'bedrock-runtime',
  'kms',
  'logs',
  'sts',
  'secretsmanager',
  's3',
  'dynamodb',
];

/** What an environment with the AI gateway calls, or is called through, besides. */
export const GATEWAY_SERVICES: readonly PrivateService[] = ['execute-api', 'lambda'];

/** What one whose answers wait for people calls besides. */
export const OVERSIGHT_SERVICES: readonly PrivateService[] = ['states'];

/** What an environment with a service mesh calls besides: images of tasks, and the CA. */
export const MESH_SERVICES: readonly PrivateService[] = ['acm-pca', 'ecr.api', 'ecr.dkr'];

export function doorTo(service: PrivateService): Door {
  return DOORS[service];
}

/**
 * Names a workload asks for when it calls a service through its endpoint, as the DNS firewall writes them: what the SDK
 * builds from Region and service. Endpoint-specific names (`vpce-…`) are not among them.
 * @param region such as `us-east-1`; may be a token
 * @param isFips whether the endpoint is the FIPS one
 */
export function dnsNamesOf(service: PrivateService, region: string, isFips = false): readonly string[] {
  const { kind, fips, names = [service] }: Door = DOORS[service];
  const suffix = isFips && fips ? '-fips' : '';
  if (kind === 'gateway') {
    const plain = names.map((name) => domain(name, region));
    return suffix === ''
      ? plain
      : [...plain, domain(`${service}${suffix}`, region), ...virtualHosts(service, region)];
  }
  return names.map((name) => domain(`${name}${suffix}`, region));
}

/** Buckets are part of the name. */
function virtualHosts(service: PrivateService, region: string): readonly string[] {
  return service === 's3' ? [domain('*.s3-fips', region)] : [];
}

function domain(name: string, region: string): string {
  return `${name}.${region}.${Aws.URL_SUFFIX}`;
}

function door(id: string, fips: boolean, policy: Door['policy'], names?: readonly string[]): Door {
  return { id, kind: 'interface', fips, policy, ...(names ? { names } : {}) };
}
