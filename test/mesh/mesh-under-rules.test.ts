import { findingsOf } from '../support/strict-findings';
import { synthesize } from '../support/synthesize';
import { MeshPlace } from './mesh-place';

// the function that empties the default security group is CDK's own
const OF_THE_NETWORK = /^iam-no-inline-policy: Properties.Policies/u;

test('a mesh passes every rule that looks at its tasks', () => {
  const here = new MeshPlace();
  const gateway = here.service('ai-gateway');
  here.service('redaction').allowFrom(gateway, { routes: [{ path: '/v1/redact' }] });
  const template = synthesize(here.stack);
  for (const type of [
    'AWS::ECS::Cluster',
    'AWS::ECS::Service',
    'AWS::ECS::TaskDefinition',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupEgress',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::IAM::Role',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::Policy',
    'AWS::Logs::LogGroup',
    'AWS::ServiceDiscovery::Service',
    'AWS::ServiceDiscovery::PrivateDnsNamespace',
    'AWS::ApplicationAutoScaling::ScalableTarget',
  ])
    expect(findingsOf(template, type).filter((each) => !OF_THE_NETWORK.test(each))).toEqual([]);
});
