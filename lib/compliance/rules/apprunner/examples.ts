import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const service = (line: string) => yaml('Service', 'AppRunner::Service', 'ServiceName: notes', line);
const network = (line: string) => service(`NetworkConfiguration: { ${line} }`);

export const apprunnerExamples: Examples = {
  'apprunner-customer-key': {
    bad: network('IpAddressType: IPV4'),
    good: service('EncryptionConfiguration: { KmsKey: !GetAtt Key.Arn }').concat(KEY_IN_YAML),
  },
  'apprunner-egress-in-vpc': {
    bad: network('EgressConfiguration: { EgressType: DEFAULT }'),
    good: network('EgressConfiguration: { EgressType: VPC, VpcConnectorArn: !Ref Connector }').concat(
      yaml('Connector', 'AppRunner::VpcConnector', 'Subnets: [subnet-1]'),
    ),
  },
  'apprunner-not-public': {
    bad: network('IngressConfiguration: { IsPubliclyAccessible: true }'),
    good: network('IngressConfiguration: { IsPubliclyAccessible: false }'),
  },
  'apprunner-observed': {
    bad: network('IpAddressType: IPV4'),
    good: service('ObservabilityConfiguration: { ObservabilityEnabled: true }'),
  },
};
