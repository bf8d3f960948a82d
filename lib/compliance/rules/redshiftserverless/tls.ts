import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { turnsOn } from '../redshift/named-parameter';

export const tls: Rule = {
  id: 'redshiftserverless-tls',
  title: 'serverless warehouses refuse connections without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'A workgroup that does not say so may take connections in clear text, and rows cross the network readable.',
  fix: 'add require_ssl with the value true to ConfigParameters',
  resourceTypes: ['AWS::RedshiftServerless::Workgroup'],
  check(workgroup) {
    const parameters = workgroup.property('ConfigParameters');
    return observe(
      turnsOn(parameters, 'require_ssl', ['ParameterKey', 'ParameterValue']),
      parameters.path,
      'must set require_ssl to true',
    );
  },
};
