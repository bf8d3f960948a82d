import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ServiceKeys } from '../encryption/service-keys';
import { PrivateEndpoints } from '../network/private-endpoints';
import { PrivateNetwork } from '../network/private-network';
import { LOG_RETENTION } from './log-retention';
import { modelArns } from './model-arns';
import type { Settings } from './settings';

export interface NetworkStackProps extends StackProps {
  readonly settings: Settings;
  readonly keys: ServiceKeys;
}

/** The closed network and its doors. */
export class NetworkStack extends Stack {
  readonly network: PrivateNetwork;
  readonly endpoints: PrivateEndpoints;

  constructor(scope: Construct, id: string, { settings, keys, ...props }: NetworkStackProps) {
    super(scope, id, props);
    this.network = new PrivateNetwork(this, 'Network', {
      cidr: settings.network.cidr,
      availabilityZones: settings.network.availabilityZones,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
    });
    this.endpoints = new PrivateEndpoints(this, 'Endpoints', {
      network: this.network,
      modelArns: modelArns(settings),
    });
  }
}
