import { allowLiteral } from '../../requirement';
import { finding, unknown, type Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { isAlwaysSet, isNeverSet } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

const DESTINATIONS = [
  ['RedshiftDestinationConfiguration', 'Password'],
  ['SplunkDestinationConfiguration', 'HECToken'],
] as const;

/** By type: what has AWS manage the password of the master user, and what gives one. */
const MANAGED: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::DocDB::DBCluster': ['ManageMasterUserPassword', 'MasterUserPassword'],
  'AWS::RDS::DBCluster': ['ManageMasterUserPassword', 'MasterUserPassword'],
  'AWS::RDS::DBInstance': ['ManageMasterUserPassword', 'MasterUserPassword'],
  'AWS::Redshift::Cluster': ['ManageMasterPassword', 'MasterUserPassword'],
  'AWS::RedshiftServerless::Namespace': ['ManageAdminPassword', 'AdminUserPassword'],
};

/** Secrets that nothing in the template gives. */
export function missingSecrets(resource: Resource): readonly Observation[] {
  if (resource.type === 'AWS::KinesisFirehose::DeliveryStream') return missingTokens(resource);
  const managed = Object.hasOwn(MANAGED, resource.type) ? MANAGED[resource.type] : undefined;
  return managed ? unmanaged(resource, ...managed) : [];
}

/** Destinations of Firehose sign in with a secret; one that names none takes it from nowhere that can be seen. */
function missingTokens(stream: Resource): readonly Observation[] {
  return DESTINATIONS.flatMap(([block, secret]) =>
    whereThere(stream.property(block), (destination) =>
      destination.at(secret).isPresent || destination.at('SecretsManagerConfiguration').isPresent
        ? []
        : [finding(`${destination.path}.${secret}`, 'is not set, and no SecretsManagerConfiguration is')],
    ),
  );
}

/** Turned off without a password beside it, somebody sets one by hand, and nothing rotates it. */
function unmanaged(database: Resource, flag: string, name: string): readonly Observation[] {
  const password = database.property(name);
  if (isAlwaysSet(password)) return [];
  const seen = allowLiteral(database.property(flag), isTrue, `must be true where no ${name} is set`);
  // one condition may turn the management off and give the password
  return isNeverSet(password) ? seen : seen.map(({ property, message }) => unknown(property, message));
}
