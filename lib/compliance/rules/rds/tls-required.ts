import { finding, type Rule, unknown } from '../../rule';
import { isAlways, isAlwaysSet } from '../cloudformation/certainty';
import { isClusterMember } from './cluster-member';
import { majorVersion, tlsParameter } from './parameter-group';

export const tlsRequired: Rule = {
  id: 'rds-tls-required',
  title: 'databases refuse connections without TLS, also where no parameter group is given',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(b)'],
  why: 'The default parameter group of most engines takes connections in clear text.',
  fix: 'name a parameter group of the template that sets rds.force_ssl or require_secure_transport to 1',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    const group = database.property(
      database.type === 'AWS::RDS::DBCluster' ? 'DBClusterParameterGroupName' : 'DBParameterGroupName',
    );
    const engines = database.property('Engine').texts();
    // a group of the assembly is judged by itself, one outside by nobody here
    if (isAlwaysSet(group))
      return group.targets().length > 0
        ? []
        : [
            unknown(
              group.path,
              'is not in the assembly; it must make the database refuse connections without TLS',
            ),
          ];
    const parameters = engines.flatMap((engine) => tlsParameter(engine) ?? []);
    if (parameters.length === 0)
      return engines.length > 0
        ? 'not-applicable'
        : [unknown('Properties.Engine', 'cannot be read; the database must refuse connections without TLS')];
    const version = database.property('EngineVersion');
    const isDefault = parameters.every(({ since }) =>
      isAlways(version, (text) => majorVersion(text) >= since),
    );
    return isDefault
      ? []
      : [finding(group.path, 'is not set, and the default group takes connections without TLS')];
  },
};
