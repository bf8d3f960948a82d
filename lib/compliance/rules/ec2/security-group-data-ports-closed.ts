import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import { INGRESS_TYPES, portsOpenToAll } from './traffic';

const ports: Parameter<readonly string[]> = {
  name: 'ports',
  description:
    'ports of stores: SQL Server, Oracle, NFS, MySQL, Redshift, PostgreSQL, Redis, Cassandra, Elasticsearch, Memcached, MongoDB',
  default:
    '1433 1434 1521 2049 3306 4333 5432 5439 6379 7199 8888 9042 9200 9300 11211 27017 27018 61621'.split(
      ' ',
    ),
};

export const securityGroupDataPortsClosed: Rule = {
  id: 'ec2-security-group-data-ports-closed',
  title: 'no security group lets the internet reach a store',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['strict'],
  parameters: [ports],
  why: 'A database that answers the internet is one weak password away from a breach that must be notified.',
  fix: 'name the security group of the application as the source',
  resourceTypes: INGRESS_TYPES,
  check(resource, _template, settings) {
    return portsOpenToAll(resource, settings.of(ports).map(Number));
  },
};
