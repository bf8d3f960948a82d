import { finding, unknown, type Rule } from '../../rule';

const ZONES = 2;

export const multiZone: Rule = {
  id: 'networkfirewall-multi-zone',
  title: 'network firewalls stand in several zones',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'When its one zone fails, all traffic that is routed through the firewall fails.',
  fix: 'name subnets of two or more zones in SubnetMappings',
  resourceTypes: ['AWS::NetworkFirewall::Firewall'],
  check(firewall) {
    const mappings = firewall.property('SubnetMappings');
    const counts = mappings.alternatives().map((each) => each.items());
    if (counts.some((items) => items.some(({ values }) => values.some(({ kind }) => kind === 'unknown'))))
      return [unknown(mappings.path, `cannot be read; it must name at least ${ZONES} subnets`)];
    // a member that a condition may leave out does not count
    const sure = counts.map((items) =>
      items.filter(({ values }) => values.every(({ kind }) => kind !== 'absent')),
    );
    return sure.some((items) => items.length < ZONES)
      ? [finding(mappings.path, `must name at least ${ZONES} subnets`)]
      : [];
  },
};
