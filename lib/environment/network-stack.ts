import { Stack, Tags, type aws_sns as sns, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ModelAccess } from '../bedrock/model-access';
import { TAGS } from '../contract/tags';
import type { ServiceKeys } from '../encryption/service-keys';
import { EgressControl } from '../network/egress-control';
import { PrivateEndpoints } from '../network/private-endpoints';
import {
  DEFAULT_SERVICES,
  GATEWAY_SERVICES,
  MESH_SERVICES,
  OVERSIGHT_SERVICES,
} from '../network/private-service';
import { PrivateNetwork } from '../network/private-network';
import { LOG_RETENTION } from './log-retention';
import { meshOf } from './mesh-settings';
import type { Settings } from './settings';
import { oversightName, waitsForPeople } from './use-case-settings';

export interface NetworkStackProps extends StackProps {
  readonly settings: Settings;
  readonly keys: ServiceKeys;
  readonly models: ModelAccess;
  /** Told of every attempt to leave the network. */
  readonly alarmTopic: sns.ITopic;
}

/** The closed network, its doors, and who watches them. */
export class NetworkStack extends Stack {
  readonly network: PrivateNetwork;
  readonly endpoints: PrivateEndpoints;
  readonly egress: EgressControl;

  constructor(
    scope: Construct,
    id: string,
    { settings, keys, models, alarmTopic, ...props }: NetworkStackProps,
  ) {
    super(scope, id, props);
    const mesh = meshOf(settings);
    this.network = new PrivateNetwork(this, 'Network', {
      cidr: settings.network.cidr,
      availabilityZones: settings.network.availabilityZones,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
    });
    const oversight = settings.gateway && waitsForPeople(settings.gateway) ? OVERSIGHT_SERVICES : [];
    this.endpoints = new PrivateEndpoints(this, 'Endpoints', {
      network: this.network,
      modelArns: [
        ...models.arns(settings.dataClass),
        ...(settings.gateway?.inferenceProfiles ? [models.applicationProfiles] : []),
      ],
      services: [
        ...DEFAULT_SERVICES,
        ...(settings.gateway ? GATEWAY_SERVICES : []),
        ...oversight,
        ...(mesh ? MESH_SERVICES : []),
      ],
      // the ledger, what is kept, and layers of images are in S3, whose ranges nobody wants to name
      s3Interface: settings.gateway !== undefined || mesh !== undefined,
      stateMachines: [oversightName(settings.environment)],
    });
    this.egress = new EgressControl(this, 'Egress', {
      vpc: this.network.vpc,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
      alarmTopic,
      endpointNames: this.endpoints.dnsNames,
      internalNames: [
        ...new Set([...settings.network.internalNames, ...(mesh ? [`*.${mesh.trustDomain}`] : [])]),
      ],
    });
    Tags.of(this).add(TAGS.dataClass, 'LOG');
  }
}
