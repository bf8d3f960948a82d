import { type Rule, unknown } from '../../rule';
import { majorVersion, requireParameter, tlsParameter } from './parameter-group';

export const parameterGroupTls: Rule = {
  id: 'rds-parameter-group-tls',
  title: 'parameter groups make databases refuse connections without TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Most engines answer in clear text when a client asks for it, and rows cross the network readable.',
  fix: 'set the parameter rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL, MariaDB) to 1',
  resourceTypes: ['AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup'],
  check(group) {
    const family = group.property('Family');
    const isOfCluster = group.type === 'AWS::RDS::DBClusterParameterGroup';
    const names = family.texts();
    // Aurora takes the parameter from the group of the cluster
    const judged = names.filter((name) => isOfCluster || !/^aurora/iu.test(name));
    const parameters = judged.flatMap((name) => {
      const parameter = tlsParameter(name);
      return parameter ? [{ ...parameter, isDefault: majorVersion(name) >= parameter.since }] : [];
    });
    if (parameters.length === 0)
      return names.length > 0
        ? 'not-applicable'
        : [unknown(family.path, 'cannot be read; its engine must be made to refuse connections without TLS')];
    return parameters.flatMap(({ name, isDefault }) => requireParameter(group, name, { isDefault }));
  },
};
