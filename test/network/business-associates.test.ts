import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { BusinessAssociate } from '../../lib/network/business-associate';
import { buildEgress as build, refusedEgress as refused } from './egress';
import { redirectionOf, resolves } from './dns-firewall-evaluator';
import { at, list, onlyResource, resourcesOf } from '../support/synthesize';

describe('with business associates', () => {
  const ASSOCIATE: BusinessAssociate = {
    name: 'Invented Transcription',
    domains: ['api.transcription.example'],
    baaRecord: 'BAA-2026-007',
    reviewBy: '2027-06-30',
  };
  const withRegister = (
    register: readonly BusinessAssociate[],
    firewallSubnets: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  ) => ({ businessAssociates: { register, firewallSubnets } });
  const template = build(withRegister([ASSOCIATE]));
  const policy = onlyResource(template, 'AWS::NetworkFirewall::FirewallPolicy').Properties['FirewallPolicy'];

  test('their hosts resolve, wherever they lead, and no other below their names', () => {
    expect(resolves(template, 'api.transcription.example')).toBe('resolved');
    expect(redirectionOf(template, 'api.transcription.example')).toBe('TRUST_REDIRECTION_DOMAIN');
    expect(resolves(template, 'transcription.example')).toBe('blocked');
    expect(resolves(template, 'x.api.transcription.example')).toBe('blocked');
  });

  test('TLS goes to their hosts and to nobody else', () => {
    const group = onlyResource(template, 'AWS::NetworkFirewall::RuleGroup').Properties;
    expect(at(group['RuleGroup'], 'RulesSource', 'RulesSourceList')).toEqual({
      GeneratedRulesType: 'ALLOWLIST',
      TargetTypes: ['TLS_SNI'],
      Targets: ['api.transcription.example'],
    });
    expect(policy).toMatchObject({
      StatelessDefaultActions: ['aws:forward_to_sfe'],
      StatelessFragmentDefaultActions: ['aws:drop'],
      StatefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
      StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER', StreamExceptionPolicy: 'DROP' },
    });
    // a group in another order cannot be part of the policy
    expect(at(group['RuleGroup'], 'StatefulRuleOptions', 'RuleOrder')).toBe('STRICT_ORDER');
  });

  test('the firewall stands in both zones and cannot be taken away in passing', () => {
    expect(onlyResource(template, 'AWS::NetworkFirewall::Firewall').Properties).toMatchObject({
      VpcId: 'vpc-0a1b2c3d',
      SubnetMappings: [{ SubnetId: 'subnet-1' }, { SubnetId: 'subnet-2' }],
      DeleteProtection: true,
      FirewallPolicyChangeProtection: true,
      SubnetChangeProtection: true,
    });
  });

  test('what it drops is logged and rings', () => {
    const configs = list(
      at(
        onlyResource(template, 'AWS::NetworkFirewall::LoggingConfiguration').Properties[
          'LoggingConfiguration'
        ],
        'LogDestinationConfigs',
      ),
    );
    expect(configs.map((config) => at(config, 'LogType'))).toEqual(['ALERT', 'FLOW']);
    const patterns = resourcesOf(template, 'AWS::Logs::MetricFilter').map(
      ({ Properties }) => Properties['FilterPattern'],
    );
    expect(patterns).toContain('{ $.event.event_type = "alert" }');
    expect(resourcesOf(template, 'AWS::CloudWatch::Alarm')).toHaveLength(2);
  });

  test('without them there is no Network Firewall', () => {
    expect(resourcesOf(build(), 'AWS::NetworkFirewall::Firewall')).toEqual([]);
  });

  test.each([
    ['no name', { name: ' ' }, 'has no name'],
    ['no agreement', { baaRecord: '' }, 'has no baaRecord'],
    ['no day of review', { reviewBy: '' }, "has reviewBy ''"],
    ['a month that is none', { reviewBy: '2027-13-01' }, "has reviewBy '2027-13-01'"],
    ['no host', { domains: [] }, 'has no domains'],
    ['a wildcard', { domains: ['*.transcription.example'] }, 'write host names out'],
    ['a top-level domain', { domains: ['example'] }, 'write host names out'],
  ])('an entry with %s is refused', (_, change, why) => {
    const error = refused(withRegister([{ ...ASSOCIATE, ...change }]));
    expect(error.code).toBe('BusinessAssociates');
    expect(error.message).toContain(why);
  });

  test('an empty register is refused: a firewall that lets nobody through needs no firewall', () => {
    expect(refused(withRegister([])).code).toBe('Names');
  });

  test.each([
    [300, true],
    [301, false],
  ])('%d hosts: %s', (count, isTaken) => {
    const domains = Array.from({ length: count }, (_, index) => `h${index}.transcription.example`);
    const props = withRegister([{ ...ASSOCIATE, domains }]);
    if (isTaken) expect(() => build(props)).not.toThrow();
    else expect(refused(props).code).toBe('Names');
  });

  test('a firewall in one zone is refused', () => {
    const props = withRegister([ASSOCIATE], { availabilityZones: ['us-east-1a'] });
    expect(refused(props).code).toBe('FirewallSubnets');
  });
});
