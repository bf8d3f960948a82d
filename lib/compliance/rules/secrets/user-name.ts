import { finding, type Rule } from '../../rule';
import { writtenAt } from '../../template/written';
import { onPlaces } from './secret-places';

/** Names of all-powerful users, by type. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'MasterUsername',
  'AWS::RDS::DBCluster': 'MasterUsername',
  'AWS::DocDB::DBCluster': 'MasterUsername',
  'AWS::DocDBElastic::Cluster': 'AdminUserName',
  'AWS::Redshift::Cluster': 'MasterUsername',
  'AWS::RedshiftServerless::Namespace': 'AdminUsername',
};

export const userName: Rule = {
  id: 'secrets-user-name',
  title: 'the name of the master user comes from where its password does',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  why: 'A name that everybody can read is half of the credential of the user who may do everything.',
  fix: 'write {{resolve:secretsmanager:…:SecretString:username}}, or a parameter with NoEcho and no default',
  resourceTypes: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::DocDBElastic::Cluster',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Namespace',
  ],
  check(resource) {
    const places = writtenAt(resource, NAMES[resource.type] ?? '');
    return onPlaces(
      places.filter(({ written }) => written.kind !== 'absent'),
      ({ path, written }) => {
        if (written.kind === 'literal') return [finding(path, 'is written out in the template')];
        if (written.kind === 'parameter' && (!written.hidden || written.preset))
          return [finding(path, `comes from parameter ${written.name}, which everybody can read`)];
        return [];
      },
    );
  },
};
