import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';

export const parameterGroupTls: Rule = {
  id: 'docdb-parameter-group-tls',
  title: 'parameter groups of DocumentDB do not turn TLS off',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Documents would cross the network readable.',
  fix: 'leave the parameter tls out, or set it to enabled or a TLS version',
  resourceTypes: ['AWS::DocDB::DBClusterParameterGroup'],
  check(group) {
    return allowLiteral(
      group.property('Parameters.tls'),
      (value) => !isOneOf('disabled')(value),
      'must not be disabled',
    );
  },
};
