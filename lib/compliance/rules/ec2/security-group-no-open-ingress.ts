import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { textOf } from '../../template/value';

export const securityGroupNoOpenIngress: Rule = {
  id: 'ec2-security-group-no-open-ingress',
  title: 'no security group lets the whole internet in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A port that is open to everybody is tried by everybody within minutes.',
  fix: 'name a source security group, a prefix list, or the ranges of your own network',
  resourceTypes: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  check(resource) {
    const rules =
      resource.type === 'AWS::EC2::SecurityGroup'
        ? resource.property('SecurityGroupIngress').items()
        : [resource.property('')];
    return rules.flatMap((rule) =>
      rule.values.some((value) => value.kind === 'unknown')
        ? [unknown(rule.path, 'cannot be read from the template')]
        : [...openRange(rule.at('CidrIp')), ...openRange(rule.at('CidrIpv6'))],
    );
  },
};

function openRange(range: Property): readonly Observation[] {
  const seen = range.values.flatMap((value) => {
    if (value.kind === 'unknown')
      return [unknown(range.path, `cannot be read: ${value.reason}; it must not be open to everybody`)];
    const text = textOf(value)?.trim();
    return text !== undefined && /\/0+$/u.test(text) ? [finding(range.path, 'is open to everybody')] : [];
  });
  const worst = seen.find(({ verdict }) => verdict === 'finding') ?? seen[0];
  return worst ? [worst] : [];
}
