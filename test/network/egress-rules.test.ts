import { judge } from '../../lib/compliance/judge';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { aws_ec2 as ec2, aws_kms as kms, aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import { EgressControl, type EgressControlProps } from '../../lib/network/egress-control';
import { PrivateNetwork } from '../../lib/network/private-network';
import { assemblyOf } from '../support/judge-template';
import { synthesize, testStack } from '../support/synthesize';

const OURS = RULES.filter(({ id }) => /^(?:route53resolver|networkfirewall|ec2)-/u.test(id));

/** What the rules say of the control in a network of ours. */
function findings(props: Partial<EgressControlProps>): readonly string[] {
  const stack = testStack();
  const logKey = new kms.Key(stack, 'LogKey');
  const logRetention = logs.RetentionDays.SIX_YEARS;
  const { vpc } = new PrivateNetwork(stack, 'Network', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    logKey,
    logRetention,
  });
  new EgressControl(stack, 'Egress', {
    vpc,
    logKey,
    logRetention,
    alarmTopic: new sns.Topic(stack, 'Alarms'),
    endpointNames: ['kms.us-east-1.amazonaws.com'],
    ...props,
  });
  return judge(assemblyOf(synthesize(stack) as unknown as JsonObject), OURS)
    .filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown')
    .map(({ rule }) => rule.id);
}

test('a closed VPC has nothing that our rules find', () => {
  expect(findings({})).toEqual([]);
});

test('nor has a firewall for business associates', () => {
  const register = [
    {
      name: 'Invented Transcription',
      domains: ['api.transcription.example'],
      baaRecord: 'BAA-2026-007',
      reviewBy: '2027-06-30',
    },
  ];
  const firewallSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  expect(findings({ businessAssociates: { register, firewallSubnets } })).toEqual([]);
});

test('a VPC that is only watched is found, so that it is waived in writing', () => {
  expect(findings({ mode: 'watched' })).toEqual(['route53resolver-firewall-allow-list']);
});
