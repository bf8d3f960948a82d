import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import { INGRESS_TYPES, portsOpenToAll } from './traffic';

const ports: Parameter<readonly string[]> = {
  name: 'ports',
  description: 'ports by which machines are administered: SSH, RDP, VNC, WinRM, Docker, kubelet',
  default: ['22', '3389', '5900', '5985', '5986', '2375', '2376', '10250'],
};

export const securityGroupAdminPortsClosed: Rule = {
  id: 'ec2-security-group-admin-ports-closed',
  title: 'no security group lets the internet reach a port of administration',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.308(a)(5)(ii)(C)', '164.312(d)'],
  profiles: ['strict'],
  parameters: [ports],
  why: 'Passwords and keys of SSH and RDP are guessed around the clock, and who gets in is an administrator.',
  fix: 'use Session Manager or a client VPN, and name its security group as the source',
  resourceTypes: INGRESS_TYPES,
  check(resource, _template, settings) {
    return portsOpenToAll(resource, settings.of(ports).map(Number));
  },
};
