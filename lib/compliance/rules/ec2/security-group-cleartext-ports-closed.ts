import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import { INGRESS_TYPES, portsOpenToAll } from './traffic';

const ports: Parameter<readonly string[]> = {
  name: 'ports',
  description:
    'ports of protocols without encryption: FTP, Telnet, SMTP, DNS, TFTP, HTTP, POP3, RPC, IMAP, SNMP, LDAP, SMB',
  default: [
    '20',
    '21',
    '23',
    '25',
    '69',
    '80',
    '110',
    '111',
    '135',
    '137',
    '139',
    '143',
    '161',
    '389',
    '445',
  ],
};

export const securityGroupCleartextPortsClosed: Rule = {
  id: 'ec2-security-group-cleartext-ports-closed',
  title: 'no security group lets the internet reach a port that speaks in clear text',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['strict'],
  parameters: [ports],
  why: 'What travels on these ports can be read and changed on the way; some of them were made for local networks only.',
  fix: 'offer the encrypted port of the protocol, e.g. 443 for 80, or name the ranges of your own network',
  resourceTypes: INGRESS_TYPES,
  check(resource, _template, settings) {
    return portsOpenToAll(resource, settings.of(ports).map(Number));
  },
};
