import { finding, unknown, type Observation } from '../../rule';
import { isObject } from '../../template/json';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { opensPort } from './ports';
import { openRange } from './ranges';

export const INGRESS_TYPES = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'] as const;
export const EGRESS_TYPES = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'] as const;

/** What is seen on each rule of a security group in one direction; a rule that cannot be read is unknown. */
export function onEachRule(
  resource: Resource,
  direction: 'Ingress' | 'Egress',
  observe: (rule: Property) => readonly Observation[],
): readonly Observation[] {
  const list =
    resource.type === 'AWS::EC2::SecurityGroup'
      ? resource.property(`SecurityGroup${direction}`).items()
      : [resource.property('')];
  const seen = list
    .flatMap((rule) => rule.alternatives())
    .flatMap((rule) => {
      const [value] = rule.values;
      if (value?.kind === 'literal') return isObject(value.value) ? observe(rule) : [];
      return value?.kind === 'absent' ? [] : [unknown(rule.path, 'cannot be read from the template')];
    });
  // two branches of a condition may say the same thing
  const byText = new Map(seen.map((each) => [`${each.property} ${each.message}`, each]));
  return [...byText.values()];
}

/** What is seen on ingress rules that let everybody reach one of the ports. */
export function portsOpenToAll(resource: Resource, ports: readonly number[]): readonly Observation[] {
  return onEachRule(resource, 'Ingress', (rule) => {
    const opens = opensPort(rule, (from, to) => ports.some((port) => from <= port && port <= to));
    if (opens === false) return [];
    return ['CidrIp', 'CidrIpv6']
      .flatMap((name) => openRange(rule.at(name)))
      .map((seen) =>
        opens === true && seen.verdict === 'finding'
          ? finding(seen.property, 'opens such a port to everybody')
          : unknown(seen.property, 'cannot be read in full; it may open such a port to everybody'),
      );
  });
}
