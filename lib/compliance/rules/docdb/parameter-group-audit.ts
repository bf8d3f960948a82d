import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';

export const parameterGroupAudit: Rule = {
  id: 'docdb-parameter-group-audit',
  title: 'parameter groups of DocumentDB turn auditing on',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'Without audit_logs the audit log that a cluster exports stays empty.',
  fix: 'set the parameter audit_logs to enabled, or to the kinds of events to record',
  resourceTypes: ['AWS::DocDB::DBClusterParameterGroup'],
  check(group) {
    return requireLiteral(
      group.property('Parameters.audit_logs'),
      (value) => !isOneOf('disabled', 'none', '')(value),
      'must not be disabled',
    );
  },
};
