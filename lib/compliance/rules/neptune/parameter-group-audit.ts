import type { Rule } from '../../rule';
import { requireParameter } from '../rds/parameter-group';

export const parameterGroupAudit: Rule = {
  id: 'neptune-parameter-group-audit',
  title: 'parameter groups of Neptune turn auditing on',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'Without neptune_enable_audit_log the audit log that a cluster exports stays empty.',
  fix: 'set the parameter neptune_enable_audit_log to 1',
  resourceTypes: ['AWS::Neptune::DBClusterParameterGroup'],
  check(group) {
    return requireParameter(group, 'neptune_enable_audit_log');
  },
};
