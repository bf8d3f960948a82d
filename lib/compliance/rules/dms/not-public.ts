import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const notPublic: Rule = {
  id: 'dms-not-public',
  title: 'replication instances have no public address',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Unless told otherwise DMS gives an instance that holds whole tables an address on the internet.',
  fix: 'set PubliclyAccessible to false',
  resourceTypes: ['AWS::DMS::ReplicationInstance', 'AWS::DMS::InstanceProfile'],
  check(instance) {
    return requireLiteral(
      instance.property('PubliclyAccessible'),
      (value) => !isTrue(value),
      'must be false',
    );
  },
};
