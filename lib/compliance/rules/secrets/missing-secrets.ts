import { finding, type Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { whereThere } from '../cloudformation/where-there';

const DESTINATIONS = [
  ['RedshiftDestinationConfiguration', 'Password'],
  ['SplunkDestinationConfiguration', 'HECToken'],
] as const;

/** Destinations of Firehose sign in with a secret; one that names none takes it from nowhere that can be seen. */
export function missingSecrets(resource: Resource): readonly Observation[] {
  if (resource.type !== 'AWS::KinesisFirehose::DeliveryStream') return [];
  return DESTINATIONS.flatMap(([block, secret]) =>
    whereThere(resource.property(block), (destination) =>
      destination.at(secret).isPresent || destination.at('SecretsManagerConfiguration').isPresent
        ? []
        : [finding(`${destination.path}.${secret}`, 'is not set, and no SecretsManagerConfiguration is')],
    ),
  );
}
