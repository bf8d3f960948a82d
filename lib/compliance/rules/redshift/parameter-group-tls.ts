import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { turnsOn } from './named-parameter';

export const parameterGroupTls: Rule = {
  id: 'redshift-parameter-group-tls',
  title: 'parameter groups of warehouses refuse connections without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'A group that does not say so takes connections in clear text, and rows cross the network readable.',
  fix: 'set the parameter require_ssl to true',
  resourceTypes: ['AWS::Redshift::ClusterParameterGroup'],
  check(group) {
    const parameters = group.property('Parameters');
    return observe(turnsOn(parameters, 'require_ssl'), parameters.path, 'must set require_ssl to true');
  },
};
