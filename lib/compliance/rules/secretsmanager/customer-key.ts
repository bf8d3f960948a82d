import type { Observation, Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { onEach, whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

/** A further secret that a function which rotates reads, and the key of that secret. */
const FURTHER = [
  ['MasterSecretArn', 'MasterSecretKmsKeyArn'],
  ['SuperuserSecretArn', 'SuperuserSecretKmsKeyArn'],
] as const;

export const customerKey: Rule = {
  id: 'secretsmanager-customer-key',
  title: 'secrets and their replicas are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  why: 'Under the key of AWS whoever may read the secret may decrypt it; a key of your own says separately who can.',
  fix: 'set KmsKeyId, KmsKeyId of each ReplicaRegions, and KmsKeyArn of HostedRotationLambda',
  resourceTypes: ['AWS::SecretsManager::Secret', 'AWS::SecretsManager::RotationSchedule'],
  check(resource) {
    if (resource.type === 'AWS::SecretsManager::RotationSchedule') return ofRotation(resource);
    return [
      ...requireCustomerKey(resource.property('KmsKeyId')),
      ...onEach(resource.property('ReplicaRegions'), (replica) => requireCustomerKey(replica.at('KmsKeyId'))),
    ];
  },
};

/** A hosted function is allowed to use the keys it is told of, and no others. */
function ofRotation(schedule: Resource): readonly Observation[] {
  return whereThere(schedule.property('HostedRotationLambda'), (hosted) => [
    ...requireCustomerKey(hosted.at('KmsKeyArn')),
    ...FURTHER.flatMap(([secret, key]) =>
      whereThere(hosted.at(secret), () => requireCustomerKey(hosted.at(key))),
    ),
  ]);
}
