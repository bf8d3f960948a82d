import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { textOf } from '../../template/value';
import { isIpv6, prefixOf } from './ranges';
import { INGRESS_TYPES, onEachRule } from './traffic';

export const securityGroupSingleSource: Rule = {
  id: 'ec2-security-group-single-source',
  title: 'security groups let in single addresses or other groups, not ranges',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A range lets in whatever machine gets an address of it next; a security group says which workload.',
  fix: 'set SourceSecurityGroupId, or a range of one address: /32 for IPv4, /128 for IPv6',
  resourceTypes: INGRESS_TYPES,
  check(resource) {
    return onEachRule(resource, 'Ingress', (rule) => [
      ...oneAddress(rule.at('CidrIp')),
      ...oneAddress(rule.at('CidrIpv6')),
    ]);
  },
};

function oneAddress(range: Property): readonly Observation[] {
  const seen = range.values.map((value): Observation | undefined => {
    if (value.kind === 'absent') return undefined;
    const text = textOf(value);
    const prefix = text === undefined ? undefined : prefixOf(text);
    if (text === undefined || prefix === undefined)
      return unknown(range.path, 'cannot be read; it must be a single address');
    return prefix === (isIpv6(text) || range.path.endsWith('Ipv6') ? 128 : 32)
      ? undefined
      : finding(range.path, 'is a range of addresses');
  });
  const found = seen.find((each) => each?.verdict === 'finding') ?? seen.find((each) => each !== undefined);
  return found ? [found] : [];
}
