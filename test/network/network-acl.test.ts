import { aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import { PrivateNetwork, type PrivateNetworkProps } from '../../lib/network/private-network';
import {
  at,
  logicalIdsOf,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
} from '../support/synthesize';
import { text } from '../encryption/policy-evaluator';

function networkWith(props: Partial<PrivateNetworkProps>) {
  const stack = testStack();
  new PrivateNetwork(stack, 'Network', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
    ...props,
  });
  return stack;
}

const build = (props: Partial<PrivateNetworkProps> = {}) => synthesize(networkWith(props));
const fails = (props: Partial<PrivateNetworkProps>) => () => networkWith(props);

describe('the network ACL', () => {
  const entriesOf = (template: CloudTemplate) =>
    resourcesOf(template, 'AWS::EC2::NetworkAclEntry').map(({ Properties }) => ({
      direction: Properties['Egress'] === true ? 'out' : 'in',
      range: Properties['CidrBlock'],
      ports: [at(Properties['PortRange'], 'From'), at(Properties['PortRange'], 'To')],
      protocol: Properties['Protocol'],
      action: Properties['RuleAction'],
    }));
  const tcp = { protocol: 6, action: 'allow' };

  test('is on every subnet', () => {
    const template = build();
    const on = resourcesOf(template, 'AWS::EC2::SubnetNetworkAclAssociation');
    expect(on.map(({ Properties }) => text(Properties['SubnetId'])).sort()).toEqual(
      [...logicalIdsOf(template, 'AWS::EC2::Subnet')].map((id) => `<${id}>`).sort(),
    );
  });

  test('holds traffic within the VPC, both ways', () => {
    const range = '10.9.0.0/16';
    expect(entriesOf(build({ cidr: range }))).toEqual([
      { ...tcp, direction: 'in', range, ports: [443, 443] },
      { ...tcp, direction: 'in', range, ports: [1024, 65_535] },
      { ...tcp, direction: 'out', range, ports: [443, 443] },
      { ...tcp, direction: 'out', range, ports: [1024, 65_535] },
    ]);
  });

  test('lets calls to named ranges out and their answers in, and the workloads may make them', () => {
    const template = build({ gatewayRanges: ['52.216.0.0/15'] });
    const range = '52.216.0.0/15';
    expect(entriesOf(template).filter((entry) => entry.range === range)).toEqual([
      { ...tcp, direction: 'out', range, ports: [443, 443] },
      { ...tcp, direction: 'in', range, ports: [1024, 65_535] },
    ]);
    const egress = resourcesOf(template, 'AWS::EC2::SecurityGroupEgress').map(({ Properties }) => Properties);
    expect(egress).toContainEqual(expect.objectContaining({ CidrIp: range, FromPort: 443, ToPort: 443 }));
  });

  test.each(['52.192.0.0/10', '52.216.1.2/32'])('takes the range %s', (range) => {
    expect(fails({ gatewayRanges: [range] })).not.toThrow();
  });

  test.each(['0.0.0.0/0', '52.0.0.0/9', '52.216.0.0/33', '52.216.0.0', '::/0', 'pl-63a5400a'])(
    'refuses the range %s',
    (range) => {
      expect(refusal(fails({ gatewayRanges: [range] })).code).toBe('GatewayRanges');
    },
  );
});
