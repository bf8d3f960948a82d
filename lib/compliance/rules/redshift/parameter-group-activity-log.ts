import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { turnsOn } from './named-parameter';

export const parameterGroupActivityLog: Rule = {
  id: 'redshift-parameter-group-activity-log',
  title: 'parameter groups of warehouses turn the log of statements on',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'Without enable_user_activity_logging the audit log has who signed in, not what they read.',
  fix: 'set the parameter enable_user_activity_logging to true',
  resourceTypes: ['AWS::Redshift::ClusterParameterGroup'],
  check(group) {
    const parameters = group.property('Parameters');
    return observe(
      turnsOn(parameters, 'enable_user_activity_logging'),
      parameters.path,
      'must set enable_user_activity_logging to true',
    );
  },
};
