import type { Property } from '../../template/property';
import { textOf } from '../../template/value';

/** Addresses that no packet reaches from a network card; rules name them to replace the rule that AWS would add. */
const RANGES: ReadonlySet<string> = new Set(['127.0.0.1/32', '::1/128', '255.255.255.255/32']);

/** True when one of the ranges of an egress rule is always such an address: CloudFormation takes one range a rule. */
export function isNowhere(rule: Property): boolean {
  return ['CidrIp', 'CidrIpv6'].some((name) =>
    rule.at(name).values.every((value) => RANGES.has(textOf(value)?.trim() ?? '')),
  );
}
